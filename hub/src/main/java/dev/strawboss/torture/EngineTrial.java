package dev.strawboss.torture;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.crash.HubDied;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// One seed against store, queue and attempts in this process: a row of engines on one store, each
/// of which dies, under clients that repeat what was not answered. The seed decides what is wanted
/// and where the engines die; which thread is quicker it does not.
final class EngineTrial {
    /// The points that an engine without workspaces and sockets passes.
    static final Set<CrashPoint> POINTS =
            EnumSet.complementOf(
                    EnumSet.of(
                            CrashPoint.STATE_TAKEN,
                            CrashPoint.SCRIPT_WRITTEN,
                            CrashPoint.JOBS_TAKEN_UP,
                            CrashPoint.SOCKET_TOLD,
                            CrashPoint.WORKTREE_RECORDED,
                            CrashPoint.BRANCH_MADE,
                            CrashPoint.WORKTREE_ADDED,
                            CrashPoint.CHECKED_OUT,
                            CrashPoint.TREE_KEPT,
                            CrashPoint.COMMIT_MADE,
                            CrashPoint.REF_MOVED,
                            CrashPoint.WORKTREE_SAVED,
                            CrashPoint.WORKTREE_DELETED));

    private static final List<String> BEFORE_RECORDS =
            List.of("CLAIMED", "DIRECTORY_MADE", "PREPARED", "SCOPE_OPENED", "LAUNCHED", "STARTED");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SLOTS = 3;
    private static final List<CrashPoint> CHOICE = List.copyOf(POINTS);

    private final long seed;
    private final Path directory;
    private final Clock clock;
    private final Random random;
    private final ScriptedPlacement placement;
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<Wish, JobId> ids = new ConcurrentHashMap<>();
    private final Map<Wish, Job> ends = new ConcurrentHashMap<>();
    private final List<String> deaths = new ArrayList<>();
    private final Set<CrashPoint> passed = EnumSet.noneOf(CrashPoint.class);
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /// @param directory empty; for the store and the jobs' directories
    EngineTrial(long seed, Path directory, Clock clock) {
        this.seed = seed;
        this.directory = directory;
        this.clock = clock;
        this.random = new Random(seed);
        this.placement = new ScriptedPlacement(clock);
    }

    Outcome run() throws InterruptedException {
        int mortals = 1 + random.nextInt(4);
        for (int life = 0; life < mortals; life++) {
            int more = 1 + random.nextInt(6);
            for (int i = 0; i < more; i++) {
                wishes.add(Wish.random("key-" + wishes.size(), random));
            }
            live(random.nextInt(5) == 0 ? randomMoment() : randomPoint(), false);
        }
        live(new Fuse(CrashPoint.CLAIMED, 0), true);
        checkNothingIsLeft();
        return new Outcome(
                seed,
                wishes.size(),
                deaths,
                passed.stream().map(CrashPoint::name).toList(),
                List.copyOf(faults));
    }

    /// Some points are only passed by the heirs of one that died while it started a command.
    private Fuse randomPoint() {
        boolean heir = !deaths.isEmpty() && BEFORE_RECORDS.contains(deaths.getLast());
        if (heir && random.nextInt(3) == 0) {
            return new Fuse(random.nextBoolean() ? CrashPoint.LOCK_TAKEN : CrashPoint.RECOVERED, 1);
        }
        return new Fuse(
                CHOICE.get(random.nextInt(CHOICE.size())),
                random.nextBoolean() ? 1 : 1 + random.nextInt(6));
    }

    private Fuse randomMoment() {
        Fuse fuse = new Fuse(CrashPoint.CLAIMED, 0);
        Duration moment = Duration.ofNanos(random.nextInt(12_000_000));
        Threads.virtual(
                "kill",
                () -> {
                    try {
                        Thread.sleep(moment);
                        fuse.blow();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return fuse;
    }

    /// One engine from its start to its death, or to its end if it does not come to die.
    private void live(Fuse fuse, boolean last) throws InterruptedException {
        Database database = null;
        Jobs jobs = null;
        fuse.begin();
        try {
            database = Database.open(directory.resolve("strawboss.db"));
            jobs = engine(database);
            serve(jobs, fuse, last);
            if (last) {
                check(jobs, database);
            }
        } catch (HubDied died) {
            fuse.blow();
        } finally {
            close(jobs, database);
        }
        passed.addAll(fuse.passed());
        if (fuse.blown()) {
            deaths.add(fuse.death());
        }
    }

    private Jobs engine(Database database) {
        return new Jobs(
                database,
                directory.resolve("jobs"),
                placement,
                List.of(new ScriptedJobs()),
                SLOTS,
                clock);
    }

    private void close(@Nullable Jobs jobs, @Nullable Database database) {
        if (jobs != null) {
            jobs.close();
        }
        placement.hubDied();
        if (database != null) {
            database.close();
        }
    }

    private void serve(Jobs jobs, Fuse fuse, boolean last) throws InterruptedException {
        List<Thread> clients =
                wishes.stream()
                        .filter(wish -> !ends.containsKey(wish))
                        .map(wish -> Threads.virtual("client", () -> client(jobs, wish, last)))
                        .toList();
        for (Thread client : clients) {
            while (!fuse.blown() && !client.join(Duration.ofMillis(1))) {
                Thread.onSpinWait();
            }
        }
        for (Thread client : clients) {
            client.interrupt();
            client.join();
        }
    }

    private void client(Jobs jobs, Wish wish, boolean last) {
        try {
            Job end = end(jobs, wish);
            if (end.finished()) {
                ends.put(wish, end);
            }
        } catch (HubDied | StrawbossException e) {
            if (last) {
                fault(Fault.Sort.WRONG, wish + " was refused: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Job end(Jobs jobs, Wish wish) throws InterruptedException {
        JobId id = accept(jobs, wish);
        if (wish.twice()) {
            accept(jobs, wish);
        }
        if (wish.stopAfter() >= 0) {
            Thread.sleep(wish.stopAfter());
            jobs.stop(id, "client");
        }
        return jobs.await(List.of(id), true, PATIENCE).getFirst();
    }

    private JobId accept(Jobs jobs, Wish wish) {
        JobId id =
                jobs.accept(
                                ScriptedJobs.spec(wish.text(), wish.timeout()),
                                "client",
                                Optional.of(wish.key()))
                        .id();
        JobId before = ids.putIfAbsent(wish, id);
        if (before != null && !before.equals(id)) {
            fault(Fault.Sort.LOST, wish.key() + " was job " + before + " and is now " + id);
        }
        return id;
    }

    private void check(Jobs jobs, Database database) {
        for (Wish wish : wishes) {
            JobId id = ids.get(wish);
            if (id == null) {
                fault(Fault.Sort.LOST, wish + " was never accepted");
            } else {
                check(wish, jobs.require(id.value()));
            }
        }
        int stored = jobs.list(Set.of(), Optional.empty(), 1_000).size();
        if (stored != wishes.size()) {
            fault(Fault.Sort.TWICE, wishes.size() + " requests became " + stored + " jobs");
        }
        Jobs.audit(database).forEach(sentence -> fault(Fault.Sort.WRONG, sentence));
    }

    private void check(Wish wish, Job job) {
        Job told = ends.get(wish);
        String what = wish + " as job " + job.id() + ": ";
        if (!job.finished()) {
            fault(Fault.Sort.LOST, what + "does not end: " + job.state());
        } else if (told == null || !told.state().equals(job.state())) {
            fault(Fault.Sort.UNTOLD, what + "its client was told " + told);
        }
        if (job.state() instanceof JobState.Unknown unknown) {
            fault(Fault.Sort.UNKNOWN, what + unknown);
        } else if (job.finished() && !wish.allows(job.state())) {
            fault(Fault.Sort.WRONG, what + "ended as " + job.state());
        }
        int starts = placement.starts(job.id().value());
        boolean ran =
                job.state() instanceof JobState.Succeeded
                        || (job.state() instanceof JobState.Failed && wish.status() > 0);
        if (starts > 1) {
            fault(Fault.Sort.TWICE, what + "started " + starts + " times");
        } else if (ran && starts == 0) {
            fault(Fault.Sort.WRONG, what + "ended without a start");
        }
        if (ran && !Long.valueOf(wish.text().length()).equals(job.report().get("length"))) {
            fault(Fault.Sort.WRONG, what + "ran with another text: " + job.report());
        }
    }

    /// Marks of jobs that finished in an earlier life are tidied up in the background.
    private void checkNothingIsLeft() {
        Set<String> left = placement.leftOver();
        if (!left.isEmpty()) {
            fault(Fault.Sort.WRONG, "left behind: " + left);
        }
    }

    private void fault(Fault.Sort sort, String sentence) {
        faults.add(new Fault(sort, sentence));
    }
}
