package dev.strawboss.egress;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ways out of confined jobs. Each has a gate: a Unix socket in a directory that is shown only
/// to that job, at [Inside#DIRECTORY]. What a gate may do is written beside it, so the next hub
/// listens again, under the same path, for every job that lived through the death of this one.
public final class Egress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Egress.class);

    private static final String REFUSED = "refused";
    private static final String INSIDE = "inside";

    private final Path directory;
    private final Resolver resolver;
    private final Gateway gateway;
    private final Lock lock = new Lock();
    private final Map<String, Gate> gates = new HashMap<>();

    /// Listens for the jobs of the hub before.
    ///
    /// @param directory of the hub's state, closed to others; need not exist
    /// @param keys the value of a secret by its name
    public Egress(Path directory, Function<String, Optional<String>> keys) {
        this(directory, keys, new SystemResolver());
    }

    Egress(Path directory, Function<String, Optional<String>> keys, Resolver resolver) {
        this.directory = directory;
        this.resolver = resolver;
        this.gateway = new Gateway(keys);
        jobs().forEach(this::again);
    }

    /// Listens for a job. Repeatable; the last rules count.
    ///
    /// @return the directory to show the job at [Inside#DIRECTORY]; reading it is enough
    /// @throws StrawbossException with [ErrorCode#PREPARE_FAILED] if the gate cannot be made
    public Path open(String job, Rules rules, List<Provider> providers) {
        Path inside = place(job).resolve(INSIDE);
        try {
            Files.createDirectories(inside);
            Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwxr-xr-x"));
            new Grant(rules, providers).write(place(job));
            script(inside.resolve(Inside.SCRIPT));
            listen(job, new Grant(rules, providers));
            return inside;
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The gate of job " + job + " cannot be made in " + inside + ": " + failed + ".",
                    DiskHint.of(failed.toString(), directory, "ls -ld '" + inside + "'"),
                    failed);
        }
    }

    /// What a job was refused so far: `host:port` and how often, at most a thousand in all.
    public Map<String, Integer> refused(String job) {
        return Refusals.counted(place(job).resolve(REFUSED));
    }

    /// Whether a job has a provider whose key stays here.
    boolean keepsKey(String job) {
        try {
            return Grant.read(place(job))
                    .filter(grant ->
                            grant.providers().stream()
                                    .anyMatch(provider -> provider.key().isPresent()))
                    .isPresent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Ends every connection of a job. What it was refused stays until [#keep] takes it away.
    public void end(String job) {
        try (var _ = lock.hold()) {
            Gate gate = gates.remove(job);
            if (gate != null) {
                gate.close();
            }
            Grant.delete(place(job));
            remove(place(job).resolve(INSIDE));
            if (!Files.exists(place(job).resolve(REFUSED))) {
                remove(place(job));
            }
        } catch (IOException failed) {
            LOG.atWarn().addKeyValue("job", job).setCause(failed).log("A gate is left behind");
        }
    }

    /// Forgets the jobs that have ended, also those that ended while nobody looked.
    public void keep(Predicate<String> live) {
        for (String job : jobs()) {
            if (!live.test(job)) {
                end(job);
                forget(job);
            }
        }
    }

    /// Stops listening; what may go out stays written down for the next hub.
    @Override
    public void close() {
        try (var _ = lock.hold()) {
            for (Gate gate : gates.values()) {
                gate.close();
            }
            gates.clear();
        } catch (IOException failed) {
            LOG.atWarn().setCause(failed).log("Could not close a gate");
        }
        gateway.close();
    }

    private void again(String job) {
        try {
            Optional<Grant> grant = Grant.read(place(job));
            if (grant.isPresent()) {
                listen(job, grant.get());
            }
        } catch (IOException | StrawbossException failed) {
            LOG.atError().addKeyValue("job", job).setCause(failed).log("A job has no way out");
        }
    }

    private void listen(String job, Grant grant) throws IOException {
        Path place = place(job);
        Decision decision = new Decision(grant.rules(), resolver);
        Refusals refusals = new Refusals(place.resolve(REFUSED));
        try (var _ = lock.hold()) {
            Gate before = gates.remove(job);
            if (before != null) {
                before.close();
            }
            gates.put(
                    job,
                    Gate.open(
                            place.resolve(INSIDE).resolve(Inside.SOCKET),
                            client ->
                                    new Visit(
                                                    client,
                                                    decision,
                                                    refusals,
                                                    gateway,
                                                    grant.providers())
                                            .serve()));
        }
    }

    private Path place(String job) {
        if (!job.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("no name of a job: " + job);
        }
        return directory.resolve(job);
    }

    private List<String> jobs() {
        List<String> jobs = new ArrayList<>();
        try (DirectoryStream<Path> places = Files.newDirectoryStream(directory)) {
            places.forEach(place -> jobs.add(String.valueOf(place.getFileName())));
        } catch (NoSuchFileException _) { // nothing was ever confined
            return jobs;
        } catch (IOException failed) {
            LOG.atWarn()
                    .addKeyValue("in", directory)
                    .setCause(failed)
                    .log("Gates cannot be listed");
        }
        return jobs;
    }

    private static void script(Path file) throws IOException {
        Path temporary = file.resolveSibling(Inside.SCRIPT + ".tmp");
        try (InputStream script =
                Objects.requireNonNull(Egress.class.getResourceAsStream(Inside.SCRIPT))) {
            Files.copy(script, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forget(String job) {
        try {
            remove(place(job));
        } catch (IOException failed) {
            LOG.atWarn().addKeyValue("job", job).setCause(failed).log("Refusals are left behind");
        }
    }

    private static void remove(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
