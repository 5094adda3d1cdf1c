package dev.strawboss.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Keyring;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A keyring that lets who asks wait, as a locked one does.
@Timeout(60)
class SecretsInUseTest {
    @TempDir Path directory;
    private final SlowKeyring keyring = new SlowKeyring();
    private Configuration configuration;

    @BeforeEach
    void configure() throws Exception {
        Files.writeString(directory.resolve("secrets.keyring"), "ONE\n");
        configuration = new Configuration(directory, List.of(), keyring);
    }

    @Test
    void whoAsksWhileAnotherWaitsForTheKeyringGetsWhatIsKnown() throws Exception {
        SecretsInUse secrets = new SecretsInUse(configuration, Map::of);
        assertThat(secrets.get().text("value-of-ONE")).isEqualTo("[redacted]");
        Files.writeString(directory.resolve("secrets.keyring"), "SLOW\nONE\n");
        Thread waiting =
                Threads.virtual(
                        "waiting",
                        () -> {
                            while (keyring.open.getCount() > 0) {
                                var _ = secrets.get();
                            }
                        });
        assertThat(keyring.asked.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            Thread another =
                    Threads.virtual(
                            "another",
                            () ->
                                    assertThat(secrets.get().text("value-of-ONE"))
                                            .isEqualTo("[redacted]"));
            assertThat(another.join(Duration.ofSeconds(5))).isTrue();
        } finally {
            keyring.open.countDown();
            waiting.join();
        }
    }

    @Test
    void anInterruptIsNotTakenForAKeyringThatCannotBeUsed() {
        keyring.interrupted = true;
        assertThatThrownBy(() -> configuration.secret("ONE"))
                .isInstanceOf(StrawbossException.class);
        assertThat(Thread.interrupted()).isTrue();
        keyring.interrupted = false;
        assertThat(configuration.secret("ONE")).contains("value-of-ONE");
    }

    private static final class SlowKeyring implements Keyring {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private boolean interrupted;

        @Override
        public String name() {
            return "the slow one";
        }

        @Override
        public Optional<String> lookUp(String secret) throws Unreachable {
            if (interrupted) {
                Thread.currentThread().interrupt();
                throw new Unreachable("this process is being ended");
            }
            if (secret.equals("SLOW")) {
                asked.countDown();
                try {
                    open.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
            return Optional.of("value-of-" + secret);
        }

        @Override
        public void store(String secret, String value) {}

        @Override
        public void remove(String secret) {}
    }
}
