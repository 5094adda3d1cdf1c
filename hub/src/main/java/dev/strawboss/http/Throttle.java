package dev.strawboss.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// How much one token may ask for: so many requests in a second, ten times as many for a moment; so
/// many answers open at once, of its own and of all tokens.
final class Throttle {
    /// A bounded number of answers that are open, over all tokens.
    static final int MOST_OPEN = 1_000;

    private static final int BURST = 10; // seconds

    private final LongSupplier nanos;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private int open;

    private static final class Account {
        private double left;
        private long at;
        private int open;

        private Account(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    /// What came of asking.
    enum Verdict {
        ALLOWED,
        TOO_FAST,
        TOO_MANY_OF_TOKEN,
        TOO_MANY
    }

    /// @param nanos as [System#nanoTime]
    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Opens an answer, if allowed; then [#closed] must follow.
    synchronized Verdict open(String token, HttpSettings settings) {
        Account account =
                accounts.computeIfAbsent(
                        token,
                        _ -> new Account((double) BURST * settings.rate(), nanos.getAsLong()));
        if (account.open >= settings.streams()) {
            return Verdict.TOO_MANY_OF_TOKEN;
        }
        if (open >= MOST_OPEN) {
            return Verdict.TOO_MANY;
        }
        long now = nanos.getAsLong();
        account.left =
                Math.min(
                        (double) BURST * settings.rate(),
                        account.left + (now - account.at) / 1e9 * settings.rate());
        account.at = now;
        if (account.left < 1) {
            return Verdict.TOO_FAST;
        }
        account.left--;
        account.open++;
        open++;
        return Verdict.ALLOWED;
    }

    synchronized void closed(String token) {
        Account account = accounts.get(token);
        if (account != null) {
            account.open--;
        }
        open--;
    }

    synchronized int open() {
        return open;
    }
}
