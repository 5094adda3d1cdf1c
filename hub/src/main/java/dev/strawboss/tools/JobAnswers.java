package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.ToolAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that tell of jobs, in both forms, each complete and small whatever the jobs printed.
final class JobAnswers {
    private static final int LIMIT = 9_000;

    private final Jobs jobs;
    private final Clock clock;

    JobAnswers(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /// One job, whole.
    ToolAnswer one(Job job) {
        Map<String, @Nullable Object> envelope = envelope(job);
        envelope.put("why", jobs.why(job));
        Map<String, Object> fitted = json(Fitted.of(envelope, LIMIT));
        return new ToolAnswer(JobText.whole(fitted), fitted, false);
    }

    /// Several jobs, each with its result, sharing the room; one alone gets it all.
    ToolAnswer several(List<Job> list, Map<String, Object> also) {
        int share = LIMIT / Math.max(1, list.size());
        List<Object> envelopes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Job job : list) {
            Map<String, Object> fitted = json(Fitted.of(envelope(job), share));
            envelopes.add(fitted);
            text.append(JobText.whole(fitted)).append('\n');
        }
        Map<String, Object> structured = new LinkedHashMap<>(also);
        structured.put("jobs", envelopes);
        return new ToolAnswer(Excerpt.bytes(text.toString(), 10_000), structured, false);
    }

    /// A list: the facts of each job, one line a job.
    ToolAnswer list(List<Job> list, Map<String, Object> also) {
        List<Object> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Job job : list) {
            Map<String, Object> row = json(JobEnvelope.row(job, now()));
            rows.add(row);
            text.append(JobText.line(row)).append('\n');
        }
        if (list.isEmpty()) {
            text.append("No such jobs.\n");
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("jobs", rows);
        structured.putAll(also);
        also.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return new ToolAnswer(text.toString(), structured, false);
    }

    private Map<String, @Nullable Object> envelope(Job job) {
        return JobEnvelope.of(job, now());
    }

    @SuppressWarnings("NullAway") // JSON has null; ToolAnswer takes JSON
    private static Map<String, Object> json(Map<String, @Nullable Object> object) {
        return object;
    }

    private Instant now() {
        return clock.instant();
    }
}
