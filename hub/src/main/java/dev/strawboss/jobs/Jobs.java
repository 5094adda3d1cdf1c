package dev.strawboss.jobs;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.RunOutput;
import dev.strawboss.store.Database;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The job engine: everything that runs is a job of it.
public final class Jobs implements AutoCloseable {
    private final SqliteJobStore store;
    private final Notices notices;
    private final Inbox inbox;
    private final JobFiles files;
    private final Crew crew;
    private final JobIndexer indexer;
    private final History history;
    private final Queues queues;
    private final Recovery recovery;
    private final Questions questions;
    private final Watches watches = new Watches();
    private final Awaiting awaiting;
    private final Set<String> kinds;
    private final Observation observation;
    private final Clock clock;

    /// Takes up where an earlier hub left off: adopts what runs, collects what ended, queues the
    /// rest.
    ///
    /// @param root the directory of the jobs' directories
    /// @param slots how many jobs run at once
    public Jobs(
            Database database,
            Path root,
            Placement placement,
            Collection<JobKind> kinds,
            int slots,
            Clock clock) {
        this(database, root, placement, kinds, () -> slots, clock, Sessions.NONE);
    }

    /// The same, with limits that may change and clients that may come back.
    public Jobs(
            Database database,
            Path root,
            Placement placement,
            Collection<JobKind> kinds,
            Limits limits,
            Clock clock,
            Sessions sessions) {
        this.clock = Clock.tick(clock, Duration.ofMillis(1)); // what is stored is milliseconds
        SqliteNotices endings = new SqliteNotices(database);
        this.notices = new Notices(endings, sessions, this.clock);
        this.files = new JobFiles(root);
        SqliteJobIndex index = new SqliteJobIndex(database, files);
        this.indexer = new JobIndexer(index);
        this.store = new SqliteJobStore(database, this::changed);
        this.inbox = new Inbox(endings, store, this.clock);
        this.history = new History(database, store, index, indexer, files);
        this.kinds = Set.copyOf(kinds.stream().map(JobKind::name).toList());
        Admission admission = new Admission(limits);
        this.crew = new Crew(store, files, placement, kinds, admission, this.clock);
        this.queues = new Queues(new SqliteQueues(database), store, crew, limits, this.clock);
        queues.tell(admission);
        this.recovery = new Recovery(this, store, files, crew, notices, this.clock);
        this.questions =
                new Questions(
                        new SqliteQuestions(database),
                        store,
                        notices,
                        watches,
                        this.clock,
                        Questions.GRACE);
        this.awaiting = new Awaiting(store, crew, watches);
        this.observation = new Observation(kinds, files, questions, this.clock);
        try {
            List<Job> open = store.open();
            CrashPoint.OPEN_JOBS_READ.pass();
            crew.adopt(open);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /// The queues in which jobs wait, and what holds them there.
    public Queues queues() {
        return queues;
    }

    /// What jobs ask while they run.
    public Questions questions() {
        return questions;
    }

    /// For those who want to know when a job has changed.
    public Watches watches() {
        return watches;
    }

    private void changed(Job job) {
        if (job.finished()) {
            indexer.changed();
            notices.ended(job);
        }
        watches.changed(job.id());
    }

    /// Accepts a job and returns once that is durable. The same request key gives the same job.
    ///
    /// @param client who asks
    /// @param requestKey the key under which the call may be repeated after the death of a hub
    public Job accept(JobSpec spec, String client, Optional<String> requestKey) {
        return accept(spec, new Dispatcher(client, ""), requestKey, Optional.empty());
    }

    /// The same; the same wish also gives the same job.
    ///
    /// @throws StrawbossException `REQUEST_KEY_REUSED` if something else was asked under its key,
    ///   `UNKNOWN_QUEUE`
    public Job accept(
            JobSpec spec, Dispatcher by, Optional<String> requestKey, Optional<Once> once) {
        if (!kinds.contains(spec.kind())) {
            throw new IllegalArgumentException("no feature runs jobs of kind " + spec.kind());
        }
        JobId id = JobId.random();
        boolean inFile = files.keepLong(id, spec.text());
        SqliteJobStore.Accepted accepted;
        try {
            accepted =
                    store.accept(
                            id,
                            spec,
                            by,
                            new SqliteJobStore.Keys(requestKey, once),
                            clock.instant(),
                            inFile ? null : spec.text());
        } catch (StrawbossException e) {
            if (e.code().fault() == ErrorCode.Fault.CALLER) {
                files.discardText(id);
            }
            throw e;
        }
        if (accepted.isNew()) {
            CrashPoint.ACCEPTED.pass();
            indexer.changed();
            notices.accepted(accepted.job(), by.session());
            if (accepted.job().finished()) {
                notices.ended(accepted.job()); // what it was to follow has failed
            }
            watches.accepted();
            crew.take(accepted.job());
            CrashPoint.ENQUEUED.pass();
        } else {
            files.discardText(id); // the first request's copy is the one that counts
        }
        return accepted.job();
    }

    /// The job that was accepted under a request key: a repeated request is answered with it before
    /// anything of the request is looked at, for the world may have changed since.
    public Optional<Job> acceptedUnder(String requestKey) {
        return store.underKey(requestKey);
    }

    /// The job that was accepted under a client's key; to be asked first, for the same reason.
    ///
    /// @throws StrawbossException `REQUEST_KEY_REUSED` if something else was asked under it
    public Optional<Job> accepted(Once once) {
        return store.under(once);
    }

    /// @param id as a person typed it; a unique beginning of four or more characters will do
    /// @throws StrawbossException `UNKNOWN_JOB`, with the nearest known id
    public Job require(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        if (JobId.isWellFormed(wanted)) {
            Optional<Job> job = store.find(new JobId(wanted));
            if (job.isPresent()) {
                return job.get();
            }
        } else if (wanted.matches("[0-9a-z]{4,11}")) {
            List<String> candidates = store.idsWith(wanted);
            if (candidates.size() == 1) {
                return store.find(new JobId(candidates.getFirst())).orElseThrow();
            }
            if (candidates.size() > 1) {
                throw new StrawbossException(
                        ErrorCode.UNKNOWN_JOB,
                        "Several jobs begin with "
                                + wanted
                                + ": "
                                + String.join(", ", candidates)
                                + ".",
                        "Type more of the id.");
            }
        }
        throw new StrawbossException(
                ErrorCode.UNKNOWN_JOB,
                "There is no job "
                        + shortened(id)
                        + "."
                        + Suggestion.sentence(wanted, store.newestIds(1_000)),
                "List them with `strawboss jobs`.");
    }

    /// All jobs there ever were, to be listed and searched.
    public History history() {
        return history;
    }

    /// What a client waits for that names no job: its unfinished ones, the newest first, or else
    /// its newest; empty if it has none of late.
    public List<JobId> awaitedBy(String client) {
        List<JobId> open =
                store.open().reversed().stream()
                        .filter(job -> job.client().equals(client))
                        .map(Job::id)
                        .toList();
        return open.isEmpty() ? store.newestOf(client).stream().toList() : open;
    }

    /// Tells clients of their finished jobs.
    public Notices notices() {
        return notices;
    }

    /// The finished jobs of all clients.
    public Inbox inbox() {
        return inbox;
    }

    /// The finished jobs whose end has not been told to the client that takes notices of them, in
    /// the order in which they ended.
    public List<JobId> untold() {
        return notices.untold();
    }

    /// How many unfinished jobs are in each state, by wire name; states without jobs are absent.
    public Map<String, Long> counts() {
        return store.counts();
    }

    /// What happened to a job, in order.
    public List<JobEvent> events(Job job) {
        return store.events(job.number());
    }

    /// Whether a principal may treat the job as its own: the machine's user every job, a token's
    /// holder those that were dispatched with it.
    public boolean isOf(Job job, String principal) {
        return principal.equals(Dispatcher.LOCAL)
                || principal.equals(store.principal(job.number()));
    }

    /// What is wrong in a store: jobs whose events do not fold, or whose row says something else
    /// than its events. A sentence each; none if all is well.
    public static List<String> audit(Database database) {
        return database.read(SqliteAudit::of);
    }

    /// Asks that a job be stopped. Returns once that is durable; the job ends soon after. A job
    /// that has finished stays as it is.
    public Job stop(JobId id, String by) {
        Instant now = clock.instant();
        JobEvent stop =
                new JobEvent.StopRequested(
                        now, new JobState.Stop(now, JobState.Stop.Cause.CANCEL, by));
        Job stopped =
                store.append(
                        id,
                        job ->
                                job.finished() || job.state() instanceof JobState.Verifying
                                        ? Optional.empty()
                                        : Optional.of(stop),
                        Map.of());
        CrashPoint.STOP_RECORDED.pass();
        crew.stopWanted(stopped);
        return stopped;
    }

    /// What can be done about a job that ended, above all one whose outcome is not known.
    public Recovery recovery() {
        return recovery;
    }

    /// Waits until any or all of the jobs have finished, or the time is up.
    ///
    /// @return the jobs as they stand then, in the order asked
    public List<Job> await(List<JobId> ids, boolean all, Duration time)
            throws InterruptedException {
        return awaiting.ends(ids, all, time);
    }

    /// The same, but also until some job asks something, or is answered.
    public List<Job> awaitNews(List<JobId> ids, boolean all, Duration time)
            throws InterruptedException {
        return awaiting.news(ids, all, time);
    }

    /// A sentence: what the job waits for, or why it failed, and what to type.
    public String why(Job job) {
        Optional<Hindrance> hindrance = crew.admission(desk -> desk.hindrance(job.id()));
        String why =
                Why.sentence(
                        job,
                        hindrance.orElse(new Hindrance.None()),
                        job.state().asks().isEmpty()
                                ? List.of()
                                : questions.open(List.of(job.id())),
                        clock);
        Optional<String> trouble = crew.trouble(job.id());
        if (trouble.isPresent()) {
            return why + " It is held up, and tried again every second: " + trouble.get();
        }
        Optional<Printing> printing = observation.printing(job);
        return printing.map(printed -> why + " " + printed.sentence()).orElse(why);
    }

    /// The same; of a running job with what it has printed so far as `output_state` and what it
    /// asks as `questions` in its report.
    public Job observed(Job job) {
        return observation.observed(job);
    }

    /// A piece of a job's output. Bytes that are not UTF-8 become U+FFFD.
    ///
    /// @param stream `stdout` or `stderr`
    /// @param cursor where the last piece ended, 0 at first; a negative cursor counts from the end
    /// @param charset with ISO 8859-1 every byte comes through as a character of its own
    public LogPiece log(Job job, String stream, long cursor, int limit, Charset charset) {
        if (job.attempts() == 0) {
            return new LogPiece("", 0, 0, false, job.finished());
        }
        Path directory = files.existing(job.id(), job.attempts());
        if (job.finished() && !Files.isDirectory(directory)) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The output of job " + job.id() + " is gone: " + directory + " does not exist.",
                    "A cleanup or somebody took it away. What the job came to is kept: strawboss job "
                            + job.id());
        }
        try {
            return JobLog.piece(
                    new RunOutput(directory, stream), cursor, limit, charset, job.finished());
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The output of job " + job.id() + " cannot be read: " + e.getMessage() + ".",
                    "Look at " + directory + ".",
                    e);
        }
    }

    /// A piece of output.
    ///
    /// @param next the cursor of the following piece
    /// @param size how many bytes are kept by now
    /// @param cut whether this piece reaches over a place where output past the cap was dropped
    /// @param end whether nothing more will come
    public record LogPiece(String text, long next, long size, boolean cut, boolean end) {}

    /// Stops taking jobs up; what runs goes on and is adopted by the next hub.
    @Override
    public void close() {
        questions.close();
        crew.close();
        indexer.close();
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? "\"" + id + "\"" : "\"" + id.substring(0, 40) + "…\"";
    }
}
