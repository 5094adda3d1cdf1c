package dev.strawboss.torture;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.crash.HubDied;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
                            CrashPoint.QUARANTINED,
                            CrashPoint.BROUGHT_OVER,
                            CrashPoint.WORKTREE_SAVED,
                            CrashPoint.WORKTREE_DELETED));

    private static final List<String> BEFORE_RECORDS =
            List.of("CLAIMED", "DIRECTORY_MADE", "PREPARED", "SCOPE_OPENED", "LAUNCHED", "STARTED");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SLOTS = 3;
    private static final List<CrashPoint> CHOICE = List.copyOf(POINTS);

    private final long seed;
    private final Path directory;
    private final Clock clock;
    private final Random random;
    private final ScriptedPlacement placement;
    private final Ledger ledger = new Ledger();
    private final Reader reader = new Reader();
    private final List<String> deaths = new ArrayList<>();
    private final Set<CrashPoint> passed = EnumSet.noneOf(CrashPoint.class);

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
        List<Integer> clients = random.ints(mortals, 1, 7).boxed().toList();
        clients.forEach(more -> ledger.plan(more, random));
        for (int more : clients) {
            ledger.come(more);
            live(random.nextInt(5) == 0 ? randomMoment() : randomPoint(), false);
        }
        live(new Fuse(CrashPoint.CLAIMED, 0), true);
        checkNothingIsLeft();
        return new Outcome(
                seed,
                ledger.wishes().size(),
                deaths,
                passed.stream().map(CrashPoint::name).toList(),
                ledger.faults());
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
        Overseer overseer = new Overseer(ledger, random);
        int slots = 1 + random.nextInt(2);
        fuse.begin();
        try {
            database = Database.open(directory.resolve("strawboss.db"));
            jobs = engine(database);
            jobs.queues().save(Overseer.NARROW, slots);
            serve(jobs, overseer, fuse, last);
            if (last) {
                new EngineInspection(jobs, ledger, placement, reader, deaths.size())
                        .inspect(database);
            }
        } catch (HubDied died) {
            fuse.blow();
        } catch (StrawbossException e) {
            if (!fuse.blown()) { // else another thread of it died first
                throw e;
            }
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

    private void serve(Jobs jobs, Overseer overseer, Fuse fuse, boolean last)
            throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        clients.add(Threads.virtual("overseer", () -> overseer.oversee(jobs)));
        for (Wish wish : ledger.open()) {
            clients.add(Threads.virtual("client", () -> client(jobs, wish, last)));
        }
        Thread reading = Threads.virtual("reader", () -> reader.read(jobs, fuse));
        for (Thread client : clients) {
            while (!fuse.blown() && !client.join(Duration.ofMillis(3))) {
                Thread.onSpinWait();
            }
        }
        for (Thread client : clients) {
            client.interrupt();
            client.join();
        }
        if (last) {
            reader.await(ledger.ids(), PATIENCE);
        }
        reading.interrupt();
        reading.join();
    }

    private void client(Jobs jobs, Wish wish, boolean last) {
        try {
            Job end = new EngineClient(jobs, ledger, placement, wish).end(PATIENCE);
            if (end.finished()) {
                ledger.told(wish, end);
            }
        } catch (HubDied | StrawbossException e) {
            if (last) {
                ledger.fault(Fault.Sort.WRONG, wish + " was refused: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Marks of jobs that finished in an earlier life are tidied up in the background.
    private void checkNothingIsLeft() {
        Set<String> left = placement.leftOver();
        if (!left.isEmpty()) {
            ledger.fault(Fault.Sort.WRONG, "left behind: " + left);
        }
    }
}
