package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobPage;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.ToolAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers that tell of jobs, in both forms, each complete and small whatever the jobs printed.
final class JobAnswers {
    /// Bytes of each form, with the notices that go along.
    static final int MOST = 10_000;

    /// Bytes of each form without them; only the shortest form of many jobs takes all.
    static final int LIMIT = MOST - NoticingTool.ROOM;

    /// Bytes of each job's reason when there are so many jobs that little else has room.
    private static final List<Integer> REASONS = List.of(400, 200, 100, 60, 40, 25, 15, 8, 0);

    private final Jobs jobs;
    private final Clock clock;

    JobAnswers(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /// One job, whole.
    ToolAnswer one(Job job) {
        return one(job, jobs.why(job), clock.instant());
    }

    /// Several jobs, each with its result; the more there are, the less is said of each.
    ///
    /// @param head the text's first line; may be empty
    ToolAnswer several(List<Job> list, String head, Map<String, Object> also) {
        return several(list, head, also, clock.instant());
    }

    /// A list: the facts of each job, one line a job; as many as there is room for.
    ToolAnswer list(JobPage page) {
        return list(page, clock.instant());
    }

    static ToolAnswer one(Job job, String why, Instant now) {
        Map<String, @Nullable Object> envelope = JobEnvelope.of(job, now);
        envelope.put("why", why);
        // some clients show only this form
        envelope.put("next", NextStep.of(envelope).strip().replaceFirst("^Next: ", ""));
        return fitted(
                List.of(envelope),
                rows -> new ToolAnswer(JobText.whole(rows.getFirst()), rows.getFirst(), false));
    }

    static ToolAnswer several(List<Job> list, String head, Map<String, Object> also, Instant now) {
        List<Map<String, @Nullable Object>> envelopes =
                list.stream().map(job -> JobEnvelope.of(job, now)).toList();
        return fitted(
                envelopes,
                rows -> {
                    Map<String, Object> structured = new LinkedHashMap<>(also);
                    structured.put("jobs", rows);
                    List<String> parts =
                            new ArrayList<>(head.isEmpty() ? List.of() : List.of(head));
                    rows.forEach(row -> parts.add(JobText.whole(row)));
                    return new ToolAnswer(String.join("\n", parts), structured, false);
                });
    }

    static ToolAnswer list(JobPage page, Instant now) {
        List<Object> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int room = LIMIT - 600;
        for (Job job : page.jobs()) {
            Map<String, Object> row = json(JobEnvelope.row(job, now));
            room -= Fitted.bytes(row) + 1;
            if (room < 0) {
                break;
            }
            rows.add(row);
            text.append(JobText.line(row)).append('\n');
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("jobs", rows);
        structured.put("total", page.total().jobs());
        if (!page.total().exact()) {
            structured.put("total_at_least", true);
        }
        Optional<Long> before =
                rows.size() < page.jobs().size()
                        ? Optional.of(page.jobs().get(rows.size() - 1).number())
                        : page.older();
        before.ifPresent(number -> {
            structured.put("before", number);
            text.append(rows.isEmpty() ? "None among the newest that were looked through. " : "")
                    .append("Older ones: before ")
                    .append(number)
                    .append(" (")
                    .append(page.total())
                    .append(" in all)\n");
        });
        if (!page.note().isEmpty()) {
            structured.put("note", page.note());
            text.append(page.note()).append('\n');
        }
        return new ToolAnswer(text.toString(), structured, false);
    }

    /// Makes an envelope shorter.
    private interface Shortening {
        Map<String, @Nullable Object> of(Map<String, @Nullable Object> envelope);
    }

    private static ToolAnswer fitted(
            List<Map<String, @Nullable Object>> envelopes,
            Function<List<Map<String, Object>>, ToolAnswer> form) {
        List<Shortening> sizes = new ArrayList<>();
        for (Fitted size : Fitted.SIZES) {
            sizes.add(size::of);
        }
        for (int bytes : REASONS) {
            sizes.add((Map<String, @Nullable Object> envelope) -> Fitted.least(envelope, bytes));
        }
        for (int i = 0; i < sizes.size(); i++) {
            int limit = i < Fitted.SIZES.size() ? LIMIT : MOST;
            Optional<ToolAnswer> answer = within(envelopes, sizes.get(i), limit).map(form);
            if (answer.filter(whole -> fits(whole, limit)).isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("no room for " + envelopes.size() + " jobs");
    }

    // Stops at the first that has no room: there may be a hundred with a megabyte each.
    private static Optional<List<Map<String, Object>>> within(
            List<Map<String, @Nullable Object>> envelopes, Shortening size, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int room = limit;
        for (Map<String, @Nullable Object> envelope : envelopes) {
            Map<String, Object> row = json(size.of(envelope));
            room -= Fitted.bytes(row);
            if (room < 0) {
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    static boolean fits(ToolAnswer answer) {
        return fits(answer, LIMIT);
    }

    private static boolean fits(ToolAnswer answer, int limit) {
        return Excerpt.size(answer.text()) <= limit && Fitted.bytes(answer.structured()) <= limit;
    }

    @SuppressWarnings("NullAway") // JSON has null; ToolAnswer takes JSON
    static Map<String, Object> json(Map<String, @Nullable Object> object) {
        return object;
    }
}
