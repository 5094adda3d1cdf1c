package dev.strawboss.cleanup;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.config.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long what is kept after a job has ended; empty stands for ever.
record Keep(Optional<Duration> jobs, Optional<Duration> logs, Optional<Duration> workspaces) {
    private static final String EVER = "forever";

    private static final Key<Optional<Duration>> JOBS =
            key("keep_jobs", "How long a finished job is known.", 90);
    private static final Key<Optional<Duration>> LOGS =
            key("keep_logs", "How long a finished job's output is kept.", 30);
    private static final Key<Optional<Duration>> WORKSPACES =
            key("keep_workspaces", "How long a finished job's worktree is kept.", 14);

    static final List<Key<?>> KEYS = List.of(JOBS, LOGS, WORKSPACES);

    static Keep configured(Configuration configuration) {
        return new Keep(
                configuration.value(JOBS),
                configuration.value(LOGS),
                configuration.value(WORKSPACES));
    }

    Wish at(Instant now) {
        return new Wish(
                jobs.map(now::minus),
                logs.map(now::minus),
                workspaces.map(now::minus),
                Optional.empty());
    }

    private static Key<Optional<Duration>> key(String name, String description, int days) {
        return new Key<>(name, description, Optional.of(Duration.ofDays(days)), Keep::read);
    }

    private static Optional<Duration> read(Section section, String key) {
        return section.string(key).filter(EVER::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Configuration.duration(section, key));
    }
}
