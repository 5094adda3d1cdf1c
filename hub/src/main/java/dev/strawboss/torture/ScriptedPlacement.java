package dev.strawboss.torture;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Commands that outlive engines, kept in memory: a command is `[milliseconds, exit status]`. Obeys
/// the rules of the real placement: hub and runner compete for an attempt's lock, the runner comes
/// up a moment after its start, leaves its mark a moment after its record, and outlives the hub in
/// between.
final class ScriptedPlacement implements Placement {
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<Path, String> names = new ConcurrentHashMap<>();
    private final Set<String> scopes = ConcurrentHashMap.newKeySet();
    private final Set<String> marks = ConcurrentHashMap.newKeySet();
    private volatile Watch watching = () -> {};
    private volatile BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /// One attempt, as its directory holds it.
    private static final class Attempt {
        private boolean locked;
        private boolean recorded;
        private boolean paused;
        private volatile boolean givenUp;
        private volatile boolean runnerGone;
        private volatile int starts;
        private volatile int status;
        private Optional<Exit> exit = Optional.empty();

        /// Whether nobody had the lock.
        synchronized boolean lock() {
            boolean free = !locked;
            locked = true;
            return free;
        }

        synchronized void begin() {
            recorded = true;
            starts++;
        }

        synchronized boolean recorded() {
            return recorded;
        }

        synchronized boolean runs() {
            return recorded && exit.isEmpty();
        }

        synchronized void endWith(int newStatus) {
            status = newStatus;
            notifyAll();
        }

        synchronized void pause(boolean wanted) {
            paused = wanted;
            notifyAll();
        }

        synchronized void record(Exit ended) {
            exit = Optional.of(ended);
        }
    }

    ScriptedPlacement(Clock clock) {
        this.clock = clock;
    }

    /// How often a command of the job was started.
    int starts(String job) {
        return attempts.entrySet().stream()
                .filter(attempt -> attempt.getKey().startsWith(job + "-"))
                .mapToInt(attempt -> attempt.getValue().starts)
                .sum();
    }

    /// What the job asked was answered: its command ends well.
    void answered(String job) {
        attempts.forEach((name, attempt) -> {
            if (name.startsWith(job + "-") && attempt.runs()) {
                attempt.endWith(0);
            }
        });
    }

    /// What nobody has tidied up: scopes, marks and commands that still run, by attempt.
    Set<String> leftOver() {
        Set<String> left = new TreeSet<>();
        scopes.forEach(name -> left.add("scope of " + name));
        marks.forEach(name -> left.add("mark of " + name));
        attempts.forEach((name, attempt) -> {
            if (attempt.runs()) {
                left.add("command of " + name);
            }
        });
        return left;
    }

    @Override
    public RunHandle start(String name, Path directory, RunPlan plan) throws InterruptedException {
        names.put(directory, name);
        scopes.add(name);
        CrashPoint.SCOPE_OPENED.pass();
        Attempt attempt = attempts.computeIfAbsent(name, _ -> new Attempt());
        long millis = Long.parseLong(plan.command().get(0));
        attempt.status = Integer.parseInt(plan.command().get(1));
        Threads.virtual("runner-" + name, () -> supervise(name, attempt, millis));
        CrashPoint.LAUNCHED.pass();
        while (!attempt.recorded()) {
            Thread.sleep(Duration.ofNanos(500_000));
        }
        return handle(directory);
    }

    private void supervise(String name, Attempt attempt, long millis) {
        if (!attempt.lock()) {
            return;
        }
        attempt.begin();
        try {
            run(attempt, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempt.record(new Exit(attempt.status, clock.instant()));
        marks.add(name);
        told.add(name);
        attempt.runnerGone = true;
    }

    private static void run(Attempt attempt, long millis) throws InterruptedException {
        int status = attempt.status;
        long end = System.nanoTime() + millis * 1_000_000;
        synchronized (attempt) {
            for (long left = millis; left > 0 && attempt.status == status; ) {
                attempt.wait(attempt.paused ? 0 : left);
                left = (end - System.nanoTime() + 999_999) / 1_000_000;
            }
        }
    }

    @Override
    public Optional<RunHandle> recover(String name, Path directory) throws InterruptedException {
        names.put(directory, name);
        Attempt attempt = attempts.computeIfAbsent(name, _ -> new Attempt());
        if (attempt.lock()) {
            attempt.givenUp = true;
            CrashPoint.LOCK_TAKEN.pass();
            scopes.remove(name);
            marks.remove(name);
            return Optional.empty();
        }
        while (!attempt.recorded() && !attempt.givenUp) {
            Thread.sleep(Duration.ofNanos(500_000));
        }
        if (attempt.givenUp) {
            scopes.remove(name); // the hub that took the lock died over it
            return Optional.empty();
        }
        return Optional.of(handle(directory));
    }

    @Override
    public boolean alive(RunHandle run) {
        return attempt(run).runs();
    }

    @Override
    public Optional<Exit> exit(RunHandle run) {
        Attempt attempt = attempt(run);
        synchronized (attempt) {
            return attempt.exit;
        }
    }

    @Override
    public void stop(RunHandle run, Duration grace) throws InterruptedException {
        Attempt attempt = attempt(run);
        CrashPoint.TREE_ASKED.pass();
        attempt.endWith(143);
        while (attempt.runs()) {
            Thread.sleep(Duration.ofNanos(500_000));
        }
        CrashPoint.TREE_ENDED.pass();
    }

    @Override
    public void pause(RunHandle run) {
        attempt(run).pause(true);
    }

    @Override
    public void resume(RunHandle run) {
        attempt(run).pause(false);
    }

    @Override
    public Watch watch(Consumer<String> ended) {
        BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
        told = fresh;
        fresh.addAll(marks);
        Thread thread = Threads.virtual("watch", () -> tell(fresh, ended));
        watching =
                () -> {
                    thread.interrupt();
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        return watching;
    }

    /// An engine that died in its constructor cannot close its watch.
    void hubDied() {
        watching.close();
    }

    private static void tell(BlockingQueue<String> names, Consumer<String> ended) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                ended.accept(names.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void dispose(String name, RunHandle run) {
        Attempt attempt = attempt(run);
        try {
            while (!attempt.runnerGone) {
                Thread.sleep(Duration.ofNanos(500_000));
            }
            scopes.remove(name);
            marks.remove(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunHandle handle(Path directory) {
        return new RunHandle(directory, new ProcessIdentity(1, 1, "boot"), "memory", "");
    }

    private Attempt attempt(RunHandle run) {
        String name = Objects.requireNonNull(names.get(run.directory()));
        return Objects.requireNonNull(attempts.get(name));
    }
}
