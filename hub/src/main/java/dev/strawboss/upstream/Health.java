package dev.strawboss.upstream;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// How it stands with one connection, and when it may be made again. Guarded by the lock of its
/// [Link].
final class Health {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /// A connection that ends earlier counts as one that failed.
    private static final Duration SOUND = Duration.ofSeconds(10);

    private final String name;
    private final Clock clock;
    private UpstreamState state;
    private int failures;

    Health(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.state = new UpstreamState.Idle(clock.instant());
    }

    UpstreamState state() {
        return state;
    }

    /// A connection is to be made.
    ///
    /// @throws StrawbossException if that would be of no use, or is too early
    void begin() {
        Instant now = clock.instant();
        state =
                switch (state) {
                    case UpstreamState.NeedsLogin(_, String hint) ->
                            throw failed(word(Login.NEEDED), hint);
                    case UpstreamState.Expired(_, String hint) ->
                            throw failed(word(Login.EXPIRED), hint);
                    case UpstreamState.Failed failed when now.isBefore(failed.retryAt()) ->
                            throw new StrawbossException(
                                    ErrorCode.UPSTREAM_FAILED, failed.sentence(), failed.hint());
                    default -> new UpstreamState.Connecting(now);
                };
    }

    /// Whether a connection that is always to be there should be made now.
    boolean due() {
        return switch (state) {
            case UpstreamState.Idle _ -> true;
            case UpstreamState.Failed failed -> !clock.instant().isBefore(failed.retryAt());
            default -> false;
        };
    }

    void idle() {
        state = new UpstreamState.Idle(clock.instant());
    }

    /// What failed is forgotten.
    void forgive() {
        failures = 0;
        if (!(state instanceof UpstreamState.Connecting)) {
            idle();
        }
    }

    void ready(Identity identity) {
        state = new UpstreamState.Ready(clock.instant(), identity);
    }

    /// It could not be made.
    void failed(StrawbossException why) {
        failures++;
        fail(String.valueOf(why.getMessage()), why.hint(), pause(failures));
    }

    /// It ended, after as long as it was ready. The first time that may have been chance.
    void lost(String what) {
        Duration length = Duration.between(state.since(), clock.instant());
        boolean sound = state instanceof UpstreamState.Ready && length.compareTo(SOUND) >= 0;
        failures = sound ? 0 : failures + 1;
        fail(
                "Server " + name + " " + what + ".",
                hint(),
                failures <= 1 ? Duration.ZERO : pause(failures - 1));
    }

    /// A person has to act; as the sentence says.
    StrawbossException outside(Login login) {
        Instant now = clock.instant();
        String hint = "strawboss upstreams login " + name;
        state =
                switch (login) {
                    case NEEDED -> new UpstreamState.NeedsLogin(now, hint);
                    case EXPIRED -> new UpstreamState.Expired(now, hint);
                };
        return failed(word(login), hint);
    }

    /// @param what the server did, or does
    StrawbossException failed(String what, String hint) {
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED, "Server " + name + " " + what + ".", hint);
    }

    String hint() {
        return "strawboss upstreams test " + name;
    }

    /// Doubled every time, and a random part of it, so that not all come back at once.
    static Duration pause(int failures) {
        long most =
                Math.min(
                        LONGEST_PAUSE.toMillis(),
                        FIRST_PAUSE.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private void fail(String sentence, String hint, Duration pause) {
        Instant now = clock.instant();
        state = new UpstreamState.Failed(now, sentence, hint, failures, now.plus(pause));
    }

    private static String word(Login login) {
        return login == Login.EXPIRED ? "needs a new login" : "needs a login";
    }
}
