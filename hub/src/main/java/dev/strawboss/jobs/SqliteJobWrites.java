package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows that a job's acceptance and its events write.
final class SqliteJobWrites {
    private static final String INSERT_JOB =
            """
            insert into jobs (id, kind, title, project, agent, directory, timeout_ms, client, details,
                queue, priority, after_jobs, after_any_end, tags, accepted_at, state, state_at, text)
            values (:id, :kind, :title, :project, :agent, :directory, :timeout_ms, :client, :details,
                :queue, :priority, :after_jobs, :after_any_end, :tags, :accepted_at, 'queued', :accepted_at, :text)
            returning number
            """;
    private static final String INSERT_EVENT =
            """
            insert into events (job, position, at, type, version, data)
            values (:job, (select count(*) from events where job = :job), :at, :type, :version, :data)
            """;
    private static final String UPDATE_STATE =
            """
            update jobs set state = :state, state_at = :state_at, code = :code, reason = :reason,
                attempts = :attempts, started_at = :started_at, report = :report, priority = :priority
            where number = :number
            """;

    private SqliteJobWrites() {}

    static long insert(
            Handle handle,
            JobId id,
            JobSpec spec,
            String client,
            String details,
            Instant at,
            @Nullable String text) {
        return handle.createQuery(INSERT_JOB)
                .bind("id", id.value())
                .bind("kind", spec.kind())
                .bind("title", spec.title())
                .bind("project", spec.project().orElse(null))
                .bind("agent", spec.agent().orElse(null))
                .bind("directory", spec.directory().toString())
                .bind("timeout_ms", spec.timeout().toMillis())
                .bind("client", client)
                .bind("details", details)
                .bind("queue", spec.scheduling().queue())
                .bind("priority", spec.scheduling().priority())
                .bind(
                        "after_jobs",
                        Json.write(spec.scheduling().after().stream().map(JobId::value).toList()))
                .bind("after_any_end", spec.scheduling().anyEnd())
                .bind("tags", Json.write(spec.tags()))
                .bind("accepted_at", at.toEpochMilli())
                .bind("text", text)
                .mapTo(Long.class)
                .one();
    }

    static void insertTags(Handle handle, long job, List<String> tags) {
        for (String tag : tags) {
            handle.createUpdate("insert into tags (tag, job) values (?, ?)")
                    .bind(0, tag)
                    .bind(1, job)
                    .execute();
        }
    }

    static void insertPrincipal(Handle handle, long job, String principal) {
        if (!principal.equals(Dispatcher.LOCAL)) {
            handle.createUpdate("insert into principals (job, principal) values (?, ?)")
                    .bind(0, job)
                    .bind(1, principal)
                    .execute();
        }
    }

    static String principal(Handle handle, long job) {
        return handle.createQuery("select principal from principals where job = ?")
                .bind(0, job)
                .mapTo(String.class)
                .findOne()
                .orElse(Dispatcher.LOCAL);
    }

    static void insertEvent(Handle handle, long job, JobEvent event) {
        handle.createUpdate(INSERT_EVENT)
                .bind("job", job)
                .bind("at", event.at().toEpochMilli())
                .bind("type", JobEventCodec.type(event))
                .bind("version", JobEventCodec.VERSION)
                .bind("data", JobEventCodec.data(event))
                .execute();
    }

    static void update(Handle handle, Job job) {
        JobRow.Ending ending = JobRow.Ending.of(job.state());
        handle.createUpdate(UPDATE_STATE)
                .bind("state", job.state().wireName())
                .bind("state_at", ending.at().toEpochMilli())
                .bind("code", ending.code())
                .bind("reason", ending.reason())
                .bind("attempts", job.attempts())
                .bind("started_at", job.started().map(Instant::toEpochMilli).orElse(null))
                .bind("report", Json.write(job.report()))
                .bind("priority", job.spec().scheduling().priority())
                .bind("number", job.number())
                .execute();
    }
}
