package dev.strawboss.jobs;

import dev.strawboss.config.Names;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The queues in which jobs wait, and what holds them there or lets them go: slots, pauses,
/// priorities. All of it counts at once and is durable.
public final class Queues {
    private static final int MOST_SLOTS = 1_000;

    /// How long a pause waits for a job that is just being prepared.
    private static final Duration PREPARING = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(20);

    private final SqliteQueues store;
    private final SqliteJobStore jobs;
    private final Crew crew;
    private final Limits limits;
    private final Clock clock;

    Queues(SqliteQueues store, SqliteJobStore jobs, Crew crew, Limits limits, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.crew = crew;
        this.limits = limits;
        this.clock = clock;
    }

    /// A queue as it stands.
    ///
    /// @param running how many jobs have one of its slots
    /// @param waiting how many of its jobs are paused or wait for others
    public record Queue(
            String name,
            int slots,
            long running,
            long queued,
            long waiting,
            Optional<Pause> pause) {}

    /// Tells admission what an earlier hub knew.
    void tell(Admission admission) {
        store.slots().forEach(admission::queue);
        store.pauses().forEach((scope, pause) -> admission.pause(scope, Optional.of(pause)));
    }

    /// By name.
    public List<Queue> list() {
        Map<String, Integer> slots = new TreeMap<>(store.slots());
        slots.putIfAbsent(Scheduling.DEFAULT_QUEUE, limits.slots());
        Map<String, SqliteQueues.Counts> counts = store.counts();
        Map<Scope, Pause> pauses = store.pauses();
        return slots.entrySet().stream()
                .map(queue -> {
                    String name = queue.getKey();
                    var now = counts.getOrDefault(name, SqliteQueues.Counts.NONE);
                    return new Queue(
                            name,
                            queue.getValue(),
                            now.running(),
                            now.queued(),
                            now.waiting(),
                            Optional.ofNullable(pauses.get(new Scope.Queue(name))));
                })
                .toList();
    }

    /// What is paused: queues, projects or everything.
    public Map<Scope, Pause> pauses() {
        return store.pauses();
    }

    /// Makes a queue or gives it another number of slots.
    ///
    /// @param slots how many of its jobs run at once; 1 makes them run one after the other
    public void save(String name, int slots) {
        Names.require("queue", name);
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A queue has 1 to " + MOST_SLOTS + " slots, not " + slots + ".",
                    "To let nothing start: strawboss pause --queue " + name);
        }
        store.save(name, slots);
        CrashPoint.QUEUE_SAVED.pass();
        crew.admission(desk -> desk.queue(name, slots));
    }

    /// @throws StrawbossException `UNKNOWN_QUEUE`, `QUEUE_IN_USE` if jobs of it are unfinished
    public void remove(String name) {
        if (name.equals(Scheduling.DEFAULT_QUEUE)) {
            throw new StrawbossException(
                    ErrorCode.QUEUE_IN_USE,
                    "The queue " + name + " is that of jobs that name none; it stays.",
                    "To let nothing start: strawboss pause --queue " + name);
        }
        store.remove(name);
        crew.admission(desk -> desk.removeQueue(name));
    }

    /// Nothing new starts there. What runs goes on.
    public void pause(Scope scope, String by) {
        store.pause(scope, new Pause(clock.instant(), by));
        tellOf(scope);
    }

    /// Jobs start there again.
    public void resume(Scope scope) {
        store.resume(scope);
        tellOf(scope);
    }

    /// The jobs there whose commands run.
    public List<JobId> running(Scope scope) {
        List<JobId> running = new ArrayList<>(store.jobs(scope, "running"));
        for (JobId id : store.jobs(scope, "waiting")) {
            if (jobs.find(id).filter(job -> job.state() instanceof JobState.Running).isPresent()) {
                running.add(id); // it asks something
            }
        }
        return running;
    }

    /// The jobs there that are paused or wait for others.
    public List<JobId> waiting(Scope scope) {
        return store.jobs(scope, "waiting");
    }

    /// Asks that a job wait until it is resumed: a queued one does not start, the processes of a
    /// running one are stopped where they stand. Returns once that is durable. One that is being
    /// prepared is waited for; one that is past its command or has finished stays as it is.
    public Job pause(JobId id, String by) throws InterruptedException {
        Instant giveUp = clock.instant().plus(PREPARING);
        while (true) {
            JobEvent held = new JobEvent.Held(clock.instant(), new JobState.Reason.Paused(by));
            Job job =
                    jobs.append(
                            id,
                            now -> pausable(now.state()) ? Optional.of(held) : Optional.empty(),
                            Map.of());
            CrashPoint.JOB_PAUSED.pass();
            crew.changed(id);
            if (!(job.state() instanceof JobState.Preparing preparing)
                    || preparing.stop().isPresent()) {
                return job;
            }
            if (clock.instant().isAfter(giveUp)) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "Job " + id + " is still being prepared.",
                        "Pause it once it runs: strawboss pause " + id);
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean pausable(JobState state) {
        return switch (state) {
            case JobState.Queued _ -> true;
            case JobState.Waiting(_, var reason, _) -> reason instanceof JobState.Reason.Dependency;
            case JobState.Running running -> running.stop().isEmpty();
            default -> false;
        };
    }

    /// Lets a paused job go on. Returns once that is durable. Others stay as they are.
    public Job resume(JobId id) {
        Instant now = clock.instant();
        Job job =
                jobs.append(
                        id,
                        (found, parents) ->
                                found.state() instanceof JobState.Waiting waiting
                                                && waiting.reason()
                                                        instanceof JobState.Reason.Paused
                                        ? Optional.of(
                                                waiting.run().isPresent()
                                                        ? new JobEvent.Released(now)
                                                        : parents.afterPause(now))
                                        : Optional.empty());
        CrashPoint.JOB_RESUMED.pass();
        crew.changed(id);
        return job;
    }

    /// Gives a job that has not started another place in its queue.
    ///
    /// @throws StrawbossException `INVALID_INPUT` if it has started
    public Job priority(JobId id, int priority, String by) {
        JobEvent event = new JobEvent.Prioritised(clock.instant(), priority, by);
        Job job =
                jobs.append(
                        id,
                        now -> startable(now) ? Optional.of(event) : Optional.empty(),
                        Map.of());
        if (!startable(job)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Job "
                            + id
                            + " is "
                            + job.state().wireName()
                            + "; a priority counts until a job starts.",
                    "");
        }
        crew.changed(id);
        return job;
    }

    private static boolean startable(Job job) {
        return job.state() instanceof JobState.Queued
                || (job.state() instanceof JobState.Waiting waiting && waiting.run().isEmpty());
    }

    /// Under admission's lock, so that of two changes at once both see the last.
    private void tellOf(Scope scope) {
        CrashPoint.SCOPE_CHANGED.pass();
        crew.admission(desk -> desk.pause(scope, Optional.ofNullable(store.pauses().get(scope))));
    }
}
