package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Questions in SQLite; each change goes with an event of the job, in one unit.
final class SqliteQuestions {
    private static final int MOST_OF_A_JOB = 100;
    private static final int MOST_OPEN = 10;

    private static final String SELECT =
            """
            select q.number, j.id, q.question, q.attempt, q.text, q.reason, q.options, q.free_text,
                q.audience, q.asked_at, q.until, q.fallback, q.settled_at, q.answer, q.settled_by
            from questions q join jobs j on j.number = q.job
            """;
    private static final String INSERT =
            """
            insert into questions (job, question, attempt, key, audience, text, reason, options,
                free_text, asked_at, until, fallback)
            values (:job, :question, :attempt, :key, :audience, :text, :reason, :options,
                :free_text, :asked_at, :until, :fallback)
            """;
    private static final String SETTLE =
            """
            update questions set settled_at = :at, answer = :answer, settled_by = :by, reply_key = :reply_key
            where number = :number and settled_at is null
            """;

    private final Database database;

    SqliteQuestions(Database database) {
        this.database = database;
    }

    /// @param isNew else it was asked before under the same key
    record Kept(Question question, boolean isNew) {}

    /// Keeps what the attempt of a job asks, or finds what was asked under the same key.
    Kept ask(JobId id, int attempt, Asking asking, String key, Instant at) {
        return database.write(handle -> {
            Optional<Question> known =
                    handle.createQuery(SELECT + "where q.key = ?")
                            .bind(0, key)
                            .map((rows, _) -> question(rows))
                            .findOne();
            if (known.isPresent()) {
                return new Kept(known.get(), false);
            }
            Job job = SqliteJobStore.whole(handle, id).orElseThrow(() -> notRunning(id));
            requireRunning(job, attempt);
            int question = count(handle, job.number()) + 1;
            requireRoom(job, question);
            insert(handle, job, question, attempt, asking, key, at);
            SqliteJobStore.append(handle, job, new JobEvent.Asked(at, question), Map.of());
            return new Kept(require(handle, job.id(), question), true);
        });
    }

    private static void requireRunning(Job job, int attempt) {
        boolean runs =
                switch (job.state()) {
                    case JobState.Running running ->
                            running.stop().isEmpty() && running.attempt() == attempt;
                    case JobState.Waiting waiting ->
                            waiting.run().filter(run -> run.attempt() == attempt).isPresent();
                    default -> false;
                };
        if (!runs) {
            throw notRunning(job.id());
        }
    }

    private static StrawbossException notRunning(JobId id) {
        return new StrawbossException(
                ErrorCode.CANCELLED,
                "Job " + id + " does not run any more, so nobody is asked.",
                "Look at it: strawboss why " + id);
    }

    private static void requireRoom(Job job, int question) {
        boolean tooManyOpen = job.state().asks().size() >= MOST_OPEN;
        if (tooManyOpen || question > MOST_OF_A_JOB) {
            throw new StrawbossException(
                    ErrorCode.TOO_LARGE,
                    tooManyOpen
                            ? "Job " + job.id() + " has " + MOST_OPEN + " open questions already."
                            : "Job " + job.id() + " has asked " + MOST_OF_A_JOB + " times already.",
                    tooManyOpen
                            ? "Wait for their answers first."
                            : "End with what is known, and say what is open.");
        }
    }

    private static int count(Handle handle, long job) {
        return handle.createQuery("select coalesce(max(question), 0) from questions where job = ?")
                .bind(0, job)
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(
            Handle handle,
            Job job,
            int question,
            int attempt,
            Asking asking,
            String key,
            Instant at) {
        handle.createUpdate(INSERT)
                .bind("job", job.number())
                .bind("question", question)
                .bind("attempt", attempt)
                .bind("key", key)
                .bind("audience", asking.audience().wireName())
                .bind("text", asking.text())
                .bind("reason", asking.reason())
                .bind("options", Json.write(asking.options()))
                .bind("free_text", asking.freeText())
                .bind("asked_at", at.toEpochMilli())
                .bind(
                        "until",
                        asking.within().map(at::plus).map(Instant::toEpochMilli).orElse(null))
                .bind("fallback", asking.fallback().orElse(null))
                .execute();
    }

    /// Keeps the first answer.
    ///
    /// @param question which; empty: the only open one
    /// @param replyKey the same one gives the same answer again
    /// @throws StrawbossException `QUESTION_CLOSED` with what came of it, `UNKNOWN_QUESTION`,
    ///   `INVALID_INPUT`
    Kept answer(
            JobId id,
            Optional<Integer> question,
            String answer,
            String by,
            String replyKey,
            Instant at) {
        return database.write(handle -> {
            Optional<Question> repeated = answeredUnder(handle, id, replyKey);
            if (repeated.isPresent()) {
                return new Kept(repeated.get(), false);
            }
            Question asked =
                    question.isPresent()
                            ? require(handle, id, question.get())
                            : onlyOpen(id, of(handle, id));
            if (!asked.open()) {
                throw Questions.closed(asked);
            }
            settle(handle, asked, at, asked.fitting(answer), by, replyKey);
            event(handle, id, new JobEvent.Answered(at, asked.question(), by));
            return new Kept(require(handle, id, asked.question()), true);
        });
    }

    private static Question onlyOpen(JobId id, List<Question> all) {
        List<Question> open = all.stream().filter(Question::open).toList();
        if (open.size() == 1) {
            return open.getFirst();
        }
        if (!open.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Job "
                            + id
                            + " asks several things: questions "
                            + open.stream()
                                    .map(one -> Integer.toString(one.question()))
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Say which: strawboss reply " + id + " QUESTION ANSWER");
        }
        if (all.isEmpty()) {
            throw unknown(id, "nothing");
        }
        throw Questions.closed(all.getLast());
    }

    private static Optional<Question> answeredUnder(Handle handle, JobId id, String replyKey) {
        return handle.createQuery(SELECT + "where j.id = :id and q.reply_key = :key")
                .bind("id", id.value())
                .bind("key", replyKey)
                .map((rows, _) -> question(rows))
                .findOne();
    }

    /// Closes an open question without an answer.
    Question withdraw(JobId id, int question, String why, Instant at) {
        return database.write(handle -> {
            Question asked = require(handle, id, question);
            if (asked.settled().isPresent()) {
                return asked;
            }
            settle(handle, asked, at, null, why, null);
            event(handle, id, new JobEvent.Withdrawn(at, question, why));
            return require(handle, id, question);
        });
    }

    private static void settle(
            Handle handle,
            Question asked,
            Instant at,
            @Nullable String answer,
            String by,
            @Nullable String replyKey) {
        handle.createUpdate(SETTLE)
                .bind("at", at.toEpochMilli())
                .bind("answer", answer)
                .bind("by", by)
                .bind("reply_key", replyKey)
                .bind("number", asked.number())
                .execute();
    }

    private static void event(Handle handle, JobId id, JobEvent event) {
        Job job = SqliteJobStore.whole(handle, id).orElseThrow();
        SqliteJobStore.append(handle, job, event, Map.of());
    }

    /// In the unit that appends `event` to a job: what it asked and asks no more without that a
    /// word was said about it is withdrawn.
    static void fallenWith(Handle handle, Job before, Job after, JobEvent event) {
        boolean word = event instanceof JobEvent.Answered || event instanceof JobEvent.Withdrawn;
        if (!word && !before.state().asks().isEmpty() && after.state().asks().isEmpty()) {
            String why =
                    event instanceof JobEvent.StopRequested(_, var stop)
                            ? switch (stop.cause()) {
                                case CANCEL -> "the job was stopped by " + stop.by();
                                case TIMEOUT -> "the job's time limit of " + stop.by() + " was up";
                            }
                            : "what asked has ended";
            handle.createUpdate(
                            """
                            update questions set settled_at = :at, settled_by = :why
                            where job = :job and settled_at is null
                            """)
                    .bind("at", event.at().toEpochMilli())
                    .bind("why", why)
                    .bind("job", before.number())
                    .execute();
        }
    }

    Question require(JobId id, int question) {
        return database.read(handle -> require(handle, id, question));
    }

    private static Question require(Handle handle, JobId id, int question) {
        return handle.createQuery(SELECT + "where j.id = :id and q.question = :question")
                .bind("id", id.value())
                .bind("question", question)
                .map((rows, _) -> question(rows))
                .findOne()
                .orElseThrow(() -> unknown(id, "no question " + question));
    }

    private static StrawbossException unknown(JobId id, String what) {
        return new StrawbossException(
                ErrorCode.UNKNOWN_QUESTION,
                "Job " + id + " has asked " + what + ".",
                "See what it asks: strawboss job " + id);
    }

    /// One that is open and was not told.
    static Optional<Question> untold(Handle handle, News asked) {
        return handle.createQuery(
                        SELECT
                                + "where q.job = :job and q.question = :question"
                                + " and q.settled_at is null and q.told_at is null")
                .bind("job", asked.job())
                .bind("question", asked.question())
                .map((rows, _) -> question(rows))
                .findOne();
    }

    static void told(Handle handle, News asked, Instant at) {
        handle.createUpdate(
                        """
                        update questions set told_at = :at
                        where job = :job and question = :question and told_at is null
                        """)
                .bind("at", at.toEpochMilli())
                .bind("job", asked.job())
                .bind("question", asked.question())
                .execute();
    }

    /// All that a job has asked, in order.
    List<Question> of(JobId id) {
        return database.read(handle -> of(handle, id));
    }

    private static List<Question> of(Handle handle, JobId id) {
        return handle.createQuery(SELECT + "where j.id = ? order by q.number")
                .bind(0, id.value())
                .map((rows, _) -> question(rows))
                .list();
    }

    /// The open questions of these jobs, in order.
    List<Question> open(Collection<JobId> ids) {
        return database.read(handle ->
                handle.createQuery(
                                SELECT
                                        + "where q.settled_at is null and j.id in (<ids>) order by q.number")
                        .bindList("ids", ids.stream().map(JobId::value).toList())
                        .map((rows, _) -> question(rows))
                        .list());
    }

    /// The open questions of all jobs, the oldest first.
    List<Question> open() {
        return database.read(handle ->
                handle.createQuery(SELECT + "where q.settled_at is null order by q.number")
                        .map((rows, _) -> question(rows))
                        .list());
    }

    private static Question question(ResultSet rows) throws SQLException {
        Instant asked = Instant.ofEpochMilli(rows.getLong(10));
        Optional<Instant> until = instant(rows, 11);
        Asking asking =
                new Asking(
                        rows.getString(5),
                        rows.getString(6),
                        options(rows.getString(7)),
                        rows.getBoolean(8),
                        Asking.Audience.valueOf(rows.getString(9).toUpperCase(Locale.ROOT)),
                        until.map(end -> Duration.between(asked, end)),
                        Optional.ofNullable(rows.getString(12)));
        String by = Optional.ofNullable(rows.getString(15)).orElse("");
        Optional<String> answer = Optional.ofNullable(rows.getString(14));
        Optional<Question.Settled> settled =
                instant(rows, 13)
                        .map(at ->
                                answer.<Question.Settled>map(
                                                words -> new Question.Answered(at, words, by))
                                        .orElseGet(() -> new Question.Withdrawn(at, by)));
        return new Question(
                rows.getLong(1),
                new JobId(rows.getString(2)),
                rows.getInt(3),
                rows.getInt(4),
                asking,
                asked,
                until,
                settled);
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static List<String> options(String json) {
        return ((List<?>) Objects.requireNonNull(Json.parse(json)))
                .stream().map(String.class::cast).toList();
    }
}
