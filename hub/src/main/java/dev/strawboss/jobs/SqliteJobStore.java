package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import dev.strawboss.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Jobs and their events in SQLite. Every change is an appended event; the row is its projection.
final class SqliteJobStore {
    static final String COLUMNS =
            "number, id, kind, title, project, agent, directory, timeout_ms, client, details,"
                    + " queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at, report";

    /// The same for lists, which show neither details nor text and of the report the exit status
    /// only.
    static final String SUMMARY =
            "number, id, kind, title, project, agent, directory, timeout_ms, client, iif(json_valid(details), '{}', details),"
                    + " queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, code, reason, attempts, started_at,"
                    + " case when report = '{}' or not json_valid(report) then report"
                    + " else json_object('exit_status', report ->> 'exit_status') end, null";

    private static final String OPEN =
            "state in ('queued', 'waiting', 'preparing', 'running', 'verifying')";

    private final Database database;
    private final Consumer<Job> whenChanged;
    private final JobRows rows = new JobRows();

    /// Nobody is told of changes.
    SqliteJobStore(Database database) {
        this(database, _ -> {});
    }

    /// @param whenChanged is told of each job that may have changed, durably; an end at least once
    SqliteJobStore(Database database, Consumer<Job> whenChanged) {
        this.database = database;
        this.whenChanged = whenChanged;
    }

    /// Under which keys a request was made: a bridge's own, and the one that its client chose.
    record Keys(Optional<String> request, Optional<Once> once) {}

    /// What an accept came to: the job, and whether it is new (else the key was known).
    record Accepted(Job job, boolean isNew) {}

    /// Inserts the job, or finds the one that was accepted under the same key.
    ///
    /// @param text the prompt if it is kept in the row, null if it is in a file
    Accepted accept(
            JobId id, JobSpec spec, Dispatcher by, Keys keys, Instant at, @Nullable String text) {
        String details = Json.write(spec.details());
        String digest = RequestDigest.of(spec, details);
        return database.write(handle -> {
            Optional<Long> known =
                    keys.request()
                            .flatMap(key -> SqliteKeys.underRequest(handle, key, digest))
                            .or(() ->
                                    keys.once()
                                            .flatMap(once ->
                                                    SqliteKeys.underIdempotencyKey(handle, once)));
            if (known.isPresent()) {
                return new Accepted(full(handle, "number = ?", known.get()).orElseThrow(), false);
            }
            SqliteQueues.require(handle, spec.scheduling().queue());
            long number = SqliteJobWrites.insert(handle, id, spec, by.client(), details, at, text);
            SqliteNotices.accepted(handle, number, by.session());
            SqliteJobWrites.insertPrincipal(handle, number, by.principal());
            JobEvent event = new JobEvent.Accepted(at);
            SqliteJobWrites.insertEvent(handle, number, event);
            SqliteJobWrites.insertTags(handle, number, spec.tags());
            keys.request()
                    .ifPresent(key -> SqliteKeys.keepRequest(handle, key, number, digest, at));
            keys.once().ifPresent(once -> SqliteKeys.keepIdempotencyKey(handle, once, number, at));
            Job job =
                    new Job(
                            id,
                            number,
                            spec,
                            by.client(),
                            at,
                            new JobState.Queued(at),
                            0,
                            Optional.empty(),
                            Map.of());
            for (JobEvent next : SqliteParents.of(handle, spec.scheduling()).atAccept(at)) {
                job = append(handle, job, next, Map.of());
            }
            return new Accepted(job, true);
        });
    }

    /// Appends the event that `next` chooses for the job as it stands; none leaves it as it is.
    ///
    /// @param report merged into the job's report
    /// @return the job afterwards
    Job append(JobId id, Function<Job, Optional<JobEvent>> next, Map<String, Object> report) {
        return told(
                database.write(handle -> {
                    Job job = whole(handle, id).orElseThrow();
                    return next.apply(job)
                            .map(event -> append(handle, job, event, report))
                            .orElse(job);
                }));
    }

    /// The same for an event that also depends on what the job waits for.
    Job append(JobId id, BiFunction<Job, SqliteParents, Optional<JobEvent>> next) {
        return told(
                database.write(handle -> {
                    Job job = whole(handle, id).orElseThrow();
                    SqliteParents parents = SqliteParents.of(handle, job);
                    return next.apply(job, parents)
                            .map(event -> append(handle, job, event, Map.of()))
                            .orElse(job);
                }));
    }

    /// Ends the wait of those jobs of which everything they wait for has ended: they are queued, or
    /// fail with what they waited for.
    ///
    /// @return the ones that changed
    List<Job> settle(Collection<JobId> ids, Instant at) {
        List<Job> settled =
                database.write(handle -> {
                    List<Job> changed = new ArrayList<>();
                    for (JobId id : ids) {
                        // one that was cancelled may be cleaned away while the others still wait
                        full(handle, "id = ?", id.value())
                                .flatMap(job -> settled(handle, job, at))
                                .ifPresent(changed::add);
                    }
                    return changed;
                });
        settled.forEach(this::told);
        return settled;
    }

    private static Optional<Job> settled(Handle handle, Job job, Instant at) {
        return SqliteParents.of(handle, job)
                .settling(job.state(), at)
                .map(event -> append(handle, job, event, Map.of()));
    }

    /// In a unit of somebody else.
    static Job append(Handle handle, Job job, JobEvent event, Map<String, Object> report) {
        SqliteJobWrites.insertEvent(handle, job.number(), event);
        Job changed = JobProjection.after(job, event, report);
        SqliteJobWrites.update(handle, changed);
        SqliteQuestions.fallenWith(handle, job, changed, event);
        if (changed.finished() && !job.finished()) {
            SqliteNotices.ended(handle, changed.number());
        } else if (job.finished() && !changed.finished()) {
            SqliteNotices.goesOn(handle, changed.number());
        }
        return changed;
    }

    private Job told(Job job) {
        whenChanged.accept(job);
        return job;
    }

    Optional<Job> underKey(String key) {
        return database.read(
                handle -> full(handle, "number = (select job from requests where key = ?)", key));
    }

    /// The job that was accepted under a client's key.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if another request was made under it
    Optional<Job> under(Once once) {
        return database.read(handle ->
                SqliteKeys.underIdempotencyKey(handle, once)
                        .flatMap(number -> full(handle, "number = ?", number)));
    }

    Optional<Job> find(JobId id) {
        return database.read(handle -> full(handle, "id = ?", id.value()));
    }

    /// The same, for whoever does something with it.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if what is stored of it is damaged
    Job requireWhole(JobId id) {
        return database.read(handle -> whole(handle, id).orElseThrow());
    }

    /// Whether the job's row has no text, so that its file must have it.
    boolean textIsInFile(JobId id) {
        return database.read(handle ->
                handle.createQuery("select text is null from jobs where id = ?")
                        .bind(0, id.value())
                        .mapTo(Boolean.class)
                        .one());
    }

    /// The ids that begin so, at most 10, the newest first.
    List<String> idsWith(String beginning) {
        return database.read(handle ->
                handle.createQuery(
                                "select id from jobs where id >= :from and id < :to order by number desc limit 10")
                        .bind("from", beginning)
                        .bind("to", beginning + "~")
                        .mapTo(String.class)
                        .list());
    }

    /// The newest ids, to suggest one.
    List<String> newestIds(int limit) {
        return database.read(handle ->
                handle.createQuery("select id from jobs order by number desc limit ?")
                        .bind(0, limit)
                        .mapTo(String.class)
                        .list());
    }

    /// Those with these numbers, in no order, without their text.
    List<Job> numbered(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String sql = "select " + SUMMARY + " from jobs where number in (<numbers>)";
        return database.read(handle ->
                jobs(handle, handle.createQuery(sql).bindList("numbers", List.copyOf(numbers))));
    }

    /// Every unfinished job, the oldest first, without its text. Those in a state that is none are
    /// what their events say.
    List<Job> open() {
        String sql =
                "select "
                        + COLUMNS
                        + ", null as text from jobs indexed by jobs_open where "
                        + OPEN
                        + " order by number";
        String strange = "select " + COLUMNS + ", null as text from jobs where state = ?";
        return database.read(handle -> {
            SqliteEvents events = SqliteEvents.ofOpenJobs(handle);
            List<Job> open = new ArrayList<>();
            handle.createQuery(sql)
                    .map((row, _) -> rows.read(row))
                    .forEach(row -> open.add(rows.job(row, one -> openState(events, one))));
            for (String word : SqliteStates.strange(handle)) {
                open.addAll(jobs(handle, handle.createQuery(strange).bind(0, word)));
            }
            open.removeIf(Job::finished);
            open.sort(Comparator.comparingLong(Job::number));
            return open;
        });
    }

    // a damaged row comes as a finished one
    private static JobState openState(SqliteEvents events, JobRow row) {
        return row.finished()
                .map(finished -> (JobState) finished)
                .orElseGet(() -> events.state(row));
    }

    /// The jobs of a query for [#SUMMARY], also damaged ones.
    List<Job> jobs(Handle handle, Query query) {
        return query.map((row, _) -> rows.read(row)).list().stream()
                .map(row -> rows.job(row, one -> state(handle, one)))
                .toList();
    }

    /// The newest job of a client, among the newest 1,000 of all.
    Optional<JobId> newestOf(String client) {
        return database.read(handle ->
                handle.createQuery(
                                "select id from (select id, client, number from jobs order by number desc limit 1000)"
                                        + " where client = ? order by number desc limit 1")
                        .bind(0, client)
                        .mapTo(String.class)
                        .findOne()
                        .map(JobId::new));
    }

    /// How many unfinished jobs are in each state.
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        String sql =
                "select state, count(*) as n from jobs indexed by jobs_open where "
                        + OPEN
                        + " group by state";
        database.read(handle -> {
            handle.createQuery(sql)
                    .map((rows, _) -> Map.entry(rows.getString(1), rows.getLong(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
        return counts;
    }

    /// See [Dispatcher#principal].
    String principal(long job) {
        return database.read(handle -> SqliteJobWrites.principal(handle, job));
    }

    List<JobEvent> events(long job) {
        return database.read(handle -> events(handle, job));
    }

    private Optional<Job> full(Handle handle, String where, Object value) {
        return handle.createQuery("select " + COLUMNS + ", text from jobs where " + where)
                .bind(0, value)
                .map((row, _) -> rows.read(row))
                .findOne()
                .map(row -> rows.job(row, one -> state(handle, one)));
    }

    static Optional<Job> whole(Handle handle, JobId id) {
        return handle.createQuery("select " + COLUMNS + ", text from jobs where id = ?")
                .bind(0, id.value())
                .map((row, _) -> JobRows.whole(row))
                .findOne()
                .map(row -> JobRows.whole(id, one -> state(handle, one), row));
    }

    /// A finished job's state stands in its row; an open one's is folded from its few events.
    private static JobState state(Handle handle, JobRow row) {
        return row.finished()
                .map(finished -> (JobState) finished)
                .orElseGet(() -> JobProjection.fold(events(handle, row.number())));
    }

    static List<JobEvent> events(Handle handle, long job) {
        return new ArrayList<>(
                handle.createQuery(
                                "select type, version, at, data from events where job = ? order by position")
                        .bind(0, job)
                        .map((rows, _) ->
                                JobEventCodec.decode(
                                        rows.getString(1),
                                        rows.getInt(2),
                                        Instant.ofEpochMilli(rows.getLong(3)),
                                        rows.getString(4)))
                        .list());
    }
}
