package dev.strawboss.tokens;

import dev.strawboss.config.Names;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes, knows and revokes the tokens of clients. What is done here holds for the next request: no
/// token is remembered anywhere else.
public final class Tokens {
    private static final String PREFIX = "sb_";
    private static final int LONGEST = 200;
    private static final int MOST = 1_000;
    private static final Duration STEP = Duration.ofMinutes(1); // how exactly the last use is kept

    private final SqliteTokens kept;
    private final Clock clock;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable List<SqliteTokens.Row> known; // read when first asked for

    public Tokens(Database database, Clock clock) {
        this.kept = new SqliteTokens(database);
        this.clock = clock;
    }

    /// Makes a token.
    ///
    /// @return the secret, which nobody can be told again
    public synchronized String create(String name) {
        Names.require("token", name);
        if (known().size() >= MOST) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There are " + MOST + " tokens already.",
                    "Revoke those that are not used: strawboss token list");
        }
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (!kept.add(name, digest(secret), clock.instant())) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is a token " + name + " already.",
                    "Take another name, or first: strawboss token revoke " + name);
        }
        known = kept.all();
        return secret;
    }

    /// By name.
    public List<Token> list() {
        return known().stream().map(SqliteTokens.Row::token).toList();
    }

    /// From now on nobody gets in with it, and what is open with it ends.
    ///
    /// @throws StrawbossException if there is none of that name
    public void revoke(String name) {
        synchronized (this) {
            if (!kept.remove(name)) {
                List<String> names = list().stream().map(Token::name).toList();
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "There is no such token." + Suggestion.sentence(name, names),
                        "List them with: strawboss token list");
            }
            known = kept.all();
        }
        watchers.forEach(each -> each.accept(name));
    }

    /// Calls `revoked` with the name of each token that is revoked, until what is returned is run.
    public Runnable whenRevoked(Consumer<String> revoked) {
        watchers.add(revoked);
        return () -> watchers.remove(revoked);
    }

    /// Whose secret this is.
    public Optional<Token> bearer(String secret) {
        if (secret.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] digest = digest(secret);
        SqliteTokens.Row found = null;
        for (SqliteTokens.Row row : known()) { // all of them, however soon one fits
            if (MessageDigest.isEqual(row.digest(), digest)) {
                found = row;
            }
        }
        return Optional.ofNullable(found).map(row -> used(row.token()));
    }

    private Token used(Token token) {
        Instant now = clock.instant();
        if (token.used().filter(last -> now.isBefore(last.plus(STEP))).isPresent()) {
            return token;
        }
        Token after = new Token(token.name(), token.created(), Optional.of(now));
        synchronized (this) {
            known =
                    known().stream()
                            .map(row ->
                                    row.token().name().equals(token.name())
                                            ? new SqliteTokens.Row(after, row.digest())
                                            : row)
                            .toList();
        }
        kept.used(token.name(), now);
        return after;
    }

    private List<SqliteTokens.Row> known() {
        List<SqliteTokens.Row> rows = known;
        if (rows == null) {
            synchronized (this) {
                rows = known;
                if (rows == null) {
                    rows = kept.all();
                    known = rows;
                }
            }
        }
        return rows;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
