package dev.strawboss.placement;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs commands on this machine, as this user, each under a detached runner (runner.sh).
public final class LocalPlacement implements Placement {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPlacement.class);

    /// Clock ticks of /proc/PID/stat are hundredths of a second on every Linux (USER_HZ).
    private static final long MILLIS_PER_TICK = 10;

    private static final Duration BACKSTOP = Duration.ofSeconds(60);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration RECOVER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration DISPOSE_PATIENCE = Duration.ofSeconds(5);

    private final Path done;
    private final Runner runner;
    private final TreeKill kill;
    private final BoundGroups bounds;
    private final Duration backstop;
    private final Boot boot;

    /// Directories of attempts whose trees could not be ended yet: told once.
    private final Set<Path> withstanding = ConcurrentHashMap.newKeySet();

    /// Finds out by trying how process trees can be ended here.
    ///
    /// @param state the hub's state directory; gets the runner's script and the `done` marks
    public LocalPlacement(Path state) throws InterruptedException {
        this(state, Boot.ofTheSystem().file());
    }

    /// @param bootId the file in which the kernel names this boot; a test that makes the machine
    ///   start again names another
    public LocalPlacement(Path state, Path bootId) throws InterruptedException {
        this(
                state,
                Tools.OF_THE_SYSTEM,
                TreeKills.best(Tools.OF_THE_SYSTEM),
                BACKSTOP,
                Boot.at(bootId));
    }

    LocalPlacement(Path state, Tools tools, TreeKill kill, Duration backstop, Boot boot)
            throws InterruptedException {
        this.done = state.resolve("done");
        this.kill = kill;
        this.bounds = BoundGroups.ofTheSystem();
        this.backstop = backstop;
        this.boot = boot;
        try {
            Files.createDirectories(done);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + done, e);
        }
        TreeKills.removeLeftGroups();
        bounds.removeLeft();
        this.runner = Runner.extract(state, tools, boot.file());
        LOG.atDebug().addKeyValue("kill", kill.name()).log("local placement ready");
    }

    /// How process trees started from now on are ended; see [RunHandle#kill].
    public String killMechanism() {
        return kill.name();
    }

    @Override
    public Set<String> bounds() {
        return Stream.concat(bounds.names().stream(), kill.bounds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Watch watch(Consumer<String> attemptDone) {
        return new DoneWatch(done, attemptDone);
    }

    @Override
    public RunHandle start(String attempt, Path directory, RunPlan plan)
            throws InterruptedException {
        check(plan);
        AttemptFiles files = new AttemptFiles(directory);
        try {
            Process runner = launch(attempt, files, plan);
            CrashPoint.LAUNCHED.pass();
            return reported(attempt, files, runner);
        } catch (StrawbossException e) {
            discard(attempt);
            throw e;
        }
    }

    private static RunHandle reported(String attempt, AttemptFiles files, Process process)
            throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        // the more runners start at once, the longer each takes, and looking takes from them
        for (long pause = 1; System.nanoTime() < deadline; pause = Math.min(pause + 1, 10)) {
            boolean over = !process.isAlive();
            Optional<RunHandle> started = files.handle();
            if (started.isPresent()) {
                return started.get();
            }
            if (over) {
                throw notStarted(attempt, files, "its runner ended at once: " + errors(files));
            }
            Thread.sleep(pause);
        }
        return revoked(files)
                .orElseThrow(() -> notStarted(attempt, files, "its runner did not report in 30 s"));
    }

    private Process launch(String attempt, AttemptFiles files, RunPlan plan) {
        TreeKill way = kill.forPlan(plan);
        CarriedEnvironment environment = CarriedEnvironment.of(plan.environment(), way.uses());
        String scope = way.open(attempt);
        List<Path> entered = bounds.open(attempt, plan.confinement());
        CrashPoint.SCOPE_OPENED.pass();
        try {
            return Processes.detached(
                    runner.commandLine(
                            attempt,
                            files.directory(),
                            done.resolve(attempt),
                            way,
                            scope,
                            entered,
                            plan,
                            environment,
                            backstop),
                    Path.of("/"),
                    environment.inherited(),
                    files.runnerErrors());
        } catch (IOException e) {
            throw notStarted(attempt, files, String.valueOf(e.getMessage()));
        }
    }

    private static void check(RunPlan plan) {
        if (!Files.isDirectory(plan.directory())) {
            throw new StrawbossException(
                    ErrorCode.UNKNOWN_DIRECTORY,
                    "The directory " + plan.directory() + " does not exist.",
                    "Give an existing directory.");
        }
        plan.stdin().filter(file -> !Files.isReadable(file)).ifPresent(LocalPlacement::unreadable);
        if (plan.command().stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "An argument of " + plan.command().getFirst() + " holds a NUL character.",
                    "Remove it, or hand the text over on standard input.");
        }
    }

    private static void unreadable(Path file) {
        throw new StrawbossException(
                ErrorCode.PREPARE_FAILED,
                "The file " + file + " for standard input cannot be read.",
                "Dispatch the job again.");
    }

    private static StrawbossException notStarted(String attempt, AttemptFiles files, String why) {
        boolean tooLong = why.contains("error: 7 ");
        return new StrawbossException(
                tooLong ? ErrorCode.TOO_LARGE : ErrorCode.ENVIRONMENT,
                tooLong
                        ? "The command line of attempt " + attempt + " is too long for the system."
                        : "Attempt " + attempt + " could not be started: " + why,
                tooLong
                        ? "Hand long text over on standard input or in a file."
                        : DiskHint.of(
                                why,
                                files.directory(),
                                "Look at " + files.runnerErrors() + " and try: strawboss doctor"));
    }

    private static String errors(AttemptFiles files) {
        try {
            String said =
                    Files.readString(files.runnerErrors(), StandardCharsets.ISO_8859_1).strip();
            boolean full = Files.getFileStore(files.directory()).getUsableSpace() == 0;
            return said.isEmpty() && full ? "No space left on device" : said;
        } catch (IOException _) {
            return "it left no message";
        }
    }

    @Override
    public Optional<RunHandle> recover(String attempt, Path directory) throws InterruptedException {
        Optional<RunHandle> run = decided(directory);
        if (run.isEmpty()) {
            discard(attempt);
        }
        return run;
    }

    private static Optional<RunHandle> decided(Path directory) throws InterruptedException {
        AttemptFiles files = new AttemptFiles(directory);
        if (!Files.isDirectory(directory) || files.lock()) {
            CrashPoint.LOCK_TAKEN.pass();
            return Optional.empty();
        }
        long deadline = System.nanoTime() + RECOVER_PATIENCE.toNanos();
        while (files.handle().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        Optional<RunHandle> run = files.handle();
        return run.isPresent() ? run : revoked(files);
    }

    /// A runner that reports at that very moment may have seen that it is revoked, or not: it
    /// leaves in the one case and starts the command in the other.
    static Optional<RunHandle> revoked(AttemptFiles files) throws InterruptedException {
        files.revoke();
        Optional<RunHandle> run = files.handle();
        long deadline = System.nanoTime() + RECOVER_PATIENCE.toNanos();
        while (run.isPresent() && !files.commandStarted() && System.nanoTime() < deadline) {
            if (!ProcessTable.alive(run.get().runner())) {
                return files.commandStarted() ? run : Optional.empty();
            }
            Thread.sleep(5);
        }
        return run;
    }

    /// Forgets an attempt whose command never started.
    private void discard(String attempt) throws InterruptedException {
        kill.close(kill.scope(attempt));
        bounds.close(attempt);
        try {
            Files.deleteIfExists(done.resolve(attempt));
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("attempt", attempt).log("not tidied up");
        }
    }

    @Override
    public boolean alive(RunHandle run) {
        return boot.began(run) && (supervised(run) || !TreeKills.of(run).members(run).isEmpty());
    }

    private static boolean supervised(RunHandle run) {
        return ProcessTable.alive(run.runner())
                || new AttemptFiles(run.directory())
                        .worker(run.runner().bootId())
                        .filter(ProcessTable::alive)
                        .isPresent();
    }

    /// By the kernel's own count since the machine started.
    @Override
    public Optional<Duration> age(RunHandle run) {
        if (!boot.began(run) || run.runner().startTicks() <= 0) {
            return Optional.empty();
        }
        Duration started = Duration.ofMillis(run.runner().startTicks() * MILLIS_PER_TICK);
        Duration age = Duration.ofSeconds(Pauses.now()).minus(started);
        return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }

    @Override
    public Optional<Exit> exit(RunHandle run) {
        return new AttemptFiles(run.directory()).exit();
    }

    /// While the runner has recorded no exit there may be a command yet to come, so an empty tree
    /// alone does not end the wait. TERM is sent once: what a dying process starts to clean up gets
    /// its time.
    @Override
    public void stop(RunHandle run, Duration grace) throws InterruptedException {
        if (!boot.began(run)) {
            return;
        }
        TreeKill way = TreeKills.of(run);
        long killFrom = System.nanoTime() + grace.toNanos();
        long giveUp = killFrom + KILL_PATIENCE.toNanos();
        boolean asked = false;
        for (long pause = 2; System.nanoTime() < giveUp; pause = Math.min(2 * pause, 100)) {
            boolean over = exit(run).isPresent() || !supervised(run);
            Set<Long> members = way.members(run);
            if (members.isEmpty() && over) {
                CrashPoint.TREE_ENDED.pass();
                return;
            }
            if (System.nanoTime() >= killFrom) {
                way.kill(run);
            } else if (!asked && !members.isEmpty()) {
                TreeKill.signal(asked(run, members), false);
                resume(run); // whoever is stopped cannot take it
                asked = true;
                CrashPoint.TREE_ASKED.pass();
            }
            Thread.sleep(pause);
        }
        if (withstanding.add(run.directory())) {
            LOG.atError()
                    .addKeyValue("directory", run.directory())
                    .addKeyValue("kill", run.kill())
                    .addKeyValue("processes", way.members(run))
                    .log("a process tree withstands KILL; it is tried again");
        }
    }

    /// All but whoever waits for a confined command: its own end would be the command's at once.
    private static Set<Long> asked(RunHandle run, Set<Long> members) {
        Set<Long> asked = new HashSet<>(members);
        new AttemptFiles(run.directory())
                .worker(run.runner().bootId())
                .filter(ProcessTable::leadsNamespace)
                .ifPresent(leader -> asked.remove(leader.pid()));
        return asked;
    }

    /// A command that its runner is about to start is waited for.
    @Override
    public void pause(RunHandle run) throws InterruptedException {
        if (!boot.began(run)) {
            return;
        }
        TreeKill way = TreeKills.of(run);
        new AttemptFiles(run.directory()).paused();
        long deadline = System.nanoTime() + PAUSE_PATIENCE.toNanos();
        boolean still = paused(way, run);
        while (!still && System.nanoTime() < deadline && exit(run).isEmpty() && supervised(run)) {
            Thread.sleep(10);
            still = paused(way, run);
        }
        if (!still && exit(run).isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("directory", run.directory())
                    .addKeyValue("kill", run.kill())
                    .log("some processes of a paused command go on");
        }
    }

    /// Looked at first: where nothing was, something may have begun since nothing was found going.
    private static boolean paused(TreeKill way, RunHandle run) throws InterruptedException {
        boolean there = !way.members(run).isEmpty();
        return way.pause(run) && there;
    }

    @Override
    public void resume(RunHandle run) throws InterruptedException {
        if (!boot.began(run)) {
            return;
        }
        TreeKills.of(run).resume(run);
        new AttemptFiles(run.directory()).resumed();
    }

    /// The mark comes last from the runner, so it is waited for.
    @Override
    public void dispose(String attempt, RunHandle run) {
        withstanding.remove(run.directory());
        try {
            if (boot.began(run)) {
                awaitMark(attempt, run);
                endWhatAKilledRunnerLeft(run);
            }
            TreeKills.of(run).close(run.scope());
            bounds.close(attempt);
            Files.deleteIfExists(done.resolve(attempt));
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("attempt", attempt).log("not tidied up");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMark(String attempt, RunHandle run) throws InterruptedException {
        long deadline = System.nanoTime() + DISPOSE_PATIENCE.toNanos();
        for (long pause = 1;
                !Files.exists(done.resolve(attempt))
                        && ProcessTable.alive(run.runner())
                        && System.nanoTime() < deadline;
                pause = Math.min(pause + 1, 10)) {
            Thread.sleep(pause);
        }
    }

    /// Its timers, that is: they wait in its session for the deadline. One that has written the
    /// record has ended them before; all processes are not read without need.
    private void endWhatAKilledRunnerLeft(RunHandle run) {
        if (exit(run).isPresent()) {
            return;
        }
        ProcessIdentity runner = run.runner();
        ProcessTable table = ProcessTable.read();
        boolean numberIsAnothers = table.entries().containsKey(runner.pid());
        if (!numberIsAnothers) {
            TreeKill.signal(table.inSessions(Set.of(runner.pid())), true);
        }
    }
}
