package dev.strawboss.agents;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.AtomicFile;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the person's logins and those of workers in private homes the same. A provider may take an
/// old token back as soon as one worker has got a new one: so new tokens go to the person's file,
/// and from there to the other workers of the same account, while all of them run; new ones that
/// the person got meanwhile go to the workers. One at a time.
final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    /// A worker whose token was refused asks for a new one within some 50 ms; what another worker
    /// got must be there by then. A look is two calls of stat for each worker.
    private static final Duration PAUSE = Duration.ofMillis(10);

    private record Stamp(FileTime modified, long size, @Nullable Object identity) {}

    private final Clock clock;
    private final Lock lock = new Lock();
    private final Map<Path, PrivateHome> homes = new ConcurrentHashMap<>();
    private final Map<Path, Stamp> seen = new HashMap<>();
    private @Nullable Thread watch;
    private boolean closed;

    Logins(Clock clock) {
        this.clock = clock;
    }

    /// Makes the home ready; from now on its login is kept the same as the person's.
    void begin(PrivateHome home) throws IOException, InterruptedException {
        try (var _ = lock.hold()) {
            home.seed();
            if (home.rule().login().isPresent() && !closed) {
                homes.put(home.directory(), home);
                if (watch == null) {
                    watch = Threads.virtual("logins", this::watch);
                }
            }
        }
    }

    /// Takes the login home for the last time and out of the worker's home. May be repeated.
    ///
    /// @param known the home as it would be begun now, for one that another hub began: what its
    ///   agent says may have changed meanwhile, or be gone
    /// @return why it was not taken, for people
    Optional<String> end(Path directory, Optional<PrivateHome> known) throws IOException {
        try (var _ = lock.hold()) {
            PrivateHome home = homes.remove(directory);
            if (home == null && known.isEmpty()) {
                return Optional.empty();
            }
            PrivateHome ended = home == null ? known.get() : home;
            ended.login().ifPresent(seen::remove);
            try {
                return carry(ended);
            } finally {
                ended.forget();
            }
        }
    }

    /// Whether its login is kept the same as the person's.
    boolean has(Path directory) {
        return homes.containsKey(directory);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try (var _ = lock.hold()) {
                    if (homes.isEmpty() || closed) {
                        watch = null;
                        return;
                    }
                    homes.values().forEach(this::look);
                }
            }
        } catch (InterruptedException _) { // closed
            Thread.currentThread().interrupt();
        }
    }

    private void look(PrivateHome home) {
        LoginRule rule = home.rule().login().orElseThrow();
        Path persons = home.rule().persons(rule.file(), home.hub());
        try {
            if (changed(home.login().orElseThrow())) {
                var _ = carry(home);
            }
            if (changed(persons)) {
                Optional<Map<String, Object>> newest = parsed(Files.readAllBytes(persons));
                for (PrivateHome each :
                        newest.isEmpty() ? List.<PrivateHome>of() : homes.values()) {
                    spread(newest.get(), persons, each);
                }
            }
        } catch (IOException failed) {
            LOG.atWarn()
                    .addKeyValue("home", home.directory())
                    .setCause(failed)
                    .log("A worker's login could not be taken over");
        }
    }

    private boolean changed(Path file) {
        Stamp now;
        try {
            BasicFileAttributes is =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            now = new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
        } catch (IOException _) { // it is being replaced, or was taken away
            return false;
        }
        return !now.equals(seen.put(file, now));
    }

    private Optional<String> carry(PrivateHome home) throws IOException {
        if (home.rule().login().isEmpty() || !Files.exists(home.given())) {
            return Optional.empty();
        }
        LoginRule rule = home.rule().login().get();
        Path file = home.rule().persons(rule.file(), home.hub());
        Optional<Map<String, Object>> worked = home.worked().flatMap(Logins::parsed);
        Optional<Map<String, Object>> given = parsed(Files.readAllBytes(home.given()));
        if (worked.isEmpty() || given.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, Object> persons = parsed(Files.readAllBytes(file)).orElse(Map.of());
        return switch (rule.merged(given.get(), worked.get(), persons, clock.instant())) {
            case LoginRule.Result.Same _ -> Optional.empty();
            case LoginRule.Result.Refused(var why) ->
                    Optional.of(
                            "The worker's login in "
                                    + rule.file()
                                    + " was not taken over: "
                                    + why
                                    + ".");
            case LoginRule.Result.Newer(var merged) -> {
                AtomicFile.write(file, Json.write(merged));
                for (PrivateHome other : homes.values()) {
                    spread(merged, file, other);
                }
                yield Optional.empty();
            }
        };
    }

    private void spread(Map<String, Object> newest, Path file, PrivateHome other)
            throws IOException {
        LoginRule rule = other.rule().login().orElseThrow();
        if (!other.rule().persons(rule.file(), other.hub()).equals(file)
                || !Files.exists(other.given())) {
            return;
        }
        Optional<Map<String, Object>> worked = other.worked().flatMap(Logins::parsed);
        Optional<Map<String, Object>> given = parsed(Files.readAllBytes(other.given()));
        if (worked.isPresent()
                && given.isPresent()
                && rule.merged(given.get(), newest, worked.get(), clock.instant())
                        instanceof LoginRule.Result.Newer(var merged)) {
            HomeEdit.write(
                    other.home(),
                    Path.of(rule.file()),
                    Json.write(merged).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Empty where a worker is just writing it, or wrote nonsense.
    private static Optional<Map<String, Object>> parsed(byte[] json) {
        try {
            return Optional.of(Json.parseObject(json));
        } catch (JsonException _) {
            return Optional.empty();
        }
    }

    void close() throws InterruptedException {
        Thread running;
        try (var _ = lock.hold()) {
            closed = true;
            running = watch;
        }
        if (running != null) {
            running.interrupt();
            running.join();
        }
    }
}
