package dev.strawboss.cleanup;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.jobs.History;
import dev.strawboss.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes away what is old, once a day by the configured ages or when somebody asks. An unfinished
/// job, one that an unfinished job waits for, and one whose end was not told yet, stay.
public final class Cleanup {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    /// The keys of `config.yaml` that are read here.
    public static final List<Key<?>> KEYS = Keep.KEYS;

    static final Duration EVERY = Duration.ofHours(23);

    /// A clock that is further ahead of the last look than this is doubted for [#DOUBT].
    static final Duration LEAP = Duration.ofDays(7);

    static final Duration DOUBT = Duration.ofDays(1);

    private final History history;
    private final Workspaces workspaces;
    private final Configuration configuration;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock(); // at a time

    public Cleanup(
            History history, Workspaces workspaces, Configuration configuration, Clock clock) {
        this.history = history;
        this.workspaces = workspaces;
        this.configuration = configuration;
        this.clock = clock;
    }

    /// What would go.
    public Account look(Wish wish) throws InterruptedException {
        return sweep(wish, false, Duration.ZERO);
    }

    /// Lets it go.
    public Account run(Wish wish) throws InterruptedException {
        return sweep(wish, true, Duration.ZERO);
    }

    /// What the configured ages come to now.
    public Wish configured() {
        return Keep.configured(configuration).at(clock.instant());
    }

    /// The day's work, if it is due and the clock can be believed. A clock that is a week or more
    /// ahead of the last look (the machine was off, or somebody set it) is believed only when it
    /// still says so a day later: until then nothing goes.
    ///
    /// @param pause between pieces of work, for others
    /// @return what went; empty if it was not the time
    Optional<Account> daily(Duration pause) throws InterruptedException {
        Instant now = clock.instant();
        Optional<History.Look> last = history.lastLook();
        if (last.isEmpty() || now.isBefore(last.get().at())) {
            // a clock that was set back makes everything younger: from here on it counts
            history.looked(new History.Look(now, Optional.empty()));
            return Optional.empty();
        }
        Instant at = last.get().at();
        if (now.isBefore(at.plus(EVERY)) || doubtful(now, last.get())) {
            return Optional.empty();
        }
        Account account = sweep(Keep.configured(configuration).at(now), true, pause);
        history.looked(new History.Look(now, Optional.empty()));
        if (!account.nothing()) {
            LOG.atInfo()
                    .addKeyValue("workspaces", account.workspaces().number())
                    .addKeyValue("logs", account.logs().number())
                    .addKeyValue("jobs", account.jobs().number())
                    .addKeyValue("orphans", account.orphans().number())
                    .addKeyValue("bytes", account.bytes())
                    .log("Took away what was old");
        }
        account.told().forEach(sentence -> LOG.atWarn().log(sentence));
        return Optional.of(account);
    }

    private boolean doubtful(Instant now, History.Look last) {
        if (now.isBefore(last.at().plus(LEAP))) {
            return false;
        }
        Optional<Instant> since =
                last.doubted()
                        .filter(doubted -> !now.isBefore(doubted))
                        .filter(doubted -> now.isBefore(doubted.plus(LEAP))); // it leapt again
        if (since.isPresent()) {
            return now.isBefore(since.get().plus(DOUBT));
        }
        LOG.atWarn()
                .addKeyValue("last", last.at())
                .addKeyValue("now", now)
                .log("The clock is far ahead of the last clean-up; nothing old goes for a day");
        history.looked(new History.Look(last.at(), Optional.of(now)));
        return true;
    }

    private Account sweep(Wish wish, boolean really, Duration pause) throws InterruptedException {
        one.lockInterruptibly();
        try {
            return new Sweep(history, workspaces, wish, clock.instant(), really, pause).run();
        } finally {
            one.unlock();
        }
    }
}
