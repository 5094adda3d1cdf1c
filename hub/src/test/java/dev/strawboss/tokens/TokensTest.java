package dev.strawboss.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path directory;
    private Database database;
    private Tokens tokens;

    @BeforeEach
    void open() {
        database = Database.open(directory.resolve("strawboss.db"));
        tokens = new Tokens(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenIsKnownByItsSecretAlsoToTheNextHub() {
        String secret = tokens.create("cursor");
        assertThat(secret).matches("sb_[A-Za-z0-9_-]{43}");
        assertThat(tokens.bearer(secret)).map(Token::name).contains("cursor");
        assertThat(tokens.list()).containsExactly(new Token("cursor", NOW, of(NOW)));
        database.close();
        open();
        assertThat(tokens.list()).containsExactly(new Token("cursor", NOW, of(NOW)));
        assertThat(tokens.bearer(secret)).map(Token::name).contains("cursor");
    }

    @Test
    void whatOnlyResemblesASecretIsNobodys() {
        String secret = tokens.create("cursor");
        for (String wrong :
                List.of("", "cursor", secret + "x", secret.substring(1), "x".repeat(100_000))) {
            assertThat(tokens.bearer(wrong)).isEmpty();
        }
        assertThat(tokens.list()).containsExactly(new Token("cursor", NOW, none()));
    }

    @Test
    void aRevokedTokenIsNobodysAtOnceAndItsNameIsFree() {
        List<String> told = new ArrayList<>();
        Runnable unwatch = tokens.whenRevoked(told::add);
        String secret = tokens.create("cursor");
        tokens.revoke("cursor");
        assertThat(tokens.bearer(secret)).isEmpty();
        assertThat(tokens.list()).isEmpty();
        assertThat(told).containsExactly("cursor");
        assertThat(tokens.create("cursor")).isNotEqualTo(secret);
        unwatch.run();
        tokens.revoke("cursor");
        assertThat(told).hasSize(1);
        assertThat(tokens.bearer(secret)).isEmpty();
    }

    @Test
    void namesAreCheckedAndTakenOnce() {
        tokens.create("cursor");
        assertThatThrownBy(() -> tokens.create("cursor"))
                .isInstanceOf(StrawbossException.class)
                .hasMessage("There is a token cursor already.");
        assertThatThrownBy(() -> tokens.create("a b")).isInstanceOf(StrawbossException.class);
        assertThatThrownBy(() -> tokens.revoke("curser"))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void theSecretIsInNoFile() throws Exception {
        String secret = tokens.create("cursor");
        tokens.bearer(secret);
        database.close();
        for (String name : directory.toFile().list()) {
            byte[] bytes = Files.readAllBytes(directory.resolve(name));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(secret.substring(3));
        }
        open();
    }

    private static Optional<Instant> of(Instant at) {
        return Optional.of(at);
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }
}
