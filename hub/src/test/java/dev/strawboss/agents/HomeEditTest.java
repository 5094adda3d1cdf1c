package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a worker may put into the place of its login; who opens a FIFO waits for ever.
@Timeout(60)
class HomeEditTest {
    private static final Path LOGIN = Path.of(".cli/auth.json");

    @TempDir Path directory;
    private Path home;
    private Path fifo;

    @BeforeEach
    void makeHome() throws Exception {
        home = directory.resolve("home");
        Files.createDirectories(home.resolve(".cli"));
        fifo = home.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    }

    private static void ends(Runnable task) throws InterruptedException {
        assertThat(Threads.platform("task", task).join(Duration.ofSeconds(20))).isTrue();
    }

    private int read() {
        try {
            return HomeEdit.read(home, LOGIN, 1000).map(bytes -> bytes.length).orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsExchangedForAFifoAllTheTimeIsReadOrNotButNeverWaitedFor() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "login");
        Path fresh = home.resolve("fresh");
        AtomicBoolean over = new AtomicBoolean();
        Thread worker =
                Threads.platform(
                        "worker",
                        () -> {
                            try {
                                while (!over.get()) {
                                    for (Path each : new Path[] {file, fifo}) {
                                        Files.createLink(fresh, each);
                                        Files.move(
                                                fresh,
                                                home.resolve(LOGIN),
                                                StandardCopyOption.ATOMIC_MOVE);
                                    }
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        AtomicInteger got = new AtomicInteger();
        try {
            ends(() -> {
                for (int i = 0; i < 5000; i++) {
                    got.addAndGet(read());
                }
            });
        } finally {
            over.set(true);
            worker.join();
        }
        assertThat(got).hasPositiveValue();
        assertThat(directory.toFile().list()).containsExactly("home");
    }

    @Test
    void aFifoInThePlaceOfTheFolderIsNotWaitedFor() throws Exception {
        Files.delete(home.resolve(".cli"));
        Files.move(fifo, home.resolve(".cli"));
        ends(() -> assertThat(read()).isZero());
        ends(() -> {
            try {
                HomeEdit.delete(home, LOGIN);
                HomeEdit.write(home, LOGIN, "x".getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) { // it is no folder
                return;
            }
        });
    }

    @Test
    void aLinkInThePlaceOfTheFolderIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("auth.json"), "mine");
        Files.delete(home.resolve(".cli"));
        Files.createSymbolicLink(home.resolve(".cli"), elsewhere);
        assertThat(read()).isZero();
        HomeEdit.delete(home, LOGIN);
        assertThat(elsewhere.resolve("auth.json")).hasContent("mine");
    }
}
