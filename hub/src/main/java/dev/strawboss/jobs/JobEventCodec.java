package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.json.Json;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Events as rows: a type, a version, JSON. What was written once must be readable for ever: a
/// changed event gets a new version here, the old one stays.
final class JobEventCodec {
    static final int VERSION = 1;

    private JobEventCodec() {}

    static String type(JobEvent event) {
        return switch (event) {
            case JobEvent.Accepted _ -> "accepted";
            case JobEvent.Held _ -> "held";
            case JobEvent.Released _ -> "released";
            case JobEvent.Prioritised _ -> "prioritised";
            case JobEvent.Claimed _ -> "claimed";
            case JobEvent.Started _ -> "started";
            case JobEvent.Asked _ -> "asked";
            case JobEvent.Answered _ -> "answered";
            case JobEvent.Withdrawn _ -> "withdrawn";
            case JobEvent.StopRequested _ -> "stop_requested";
            case JobEvent.Requeued _ -> "requeued";
            case JobEvent.Exited _ -> "exited";
            case JobEvent.Succeeded _ -> "succeeded";
            case JobEvent.Failed _ -> "failed";
            case JobEvent.Lost _ -> "lost";
            case JobEvent.Continued _ -> "continued";
        };
    }

    static String data(JobEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        switch (event) {
            case JobEvent.Accepted _, JobEvent.Released _, JobEvent.Succeeded _ -> {}
            case JobEvent.Held(_, var reason) -> {
                data.put("waiting_for", reason.wireName());
                switch (reason) {
                    case JobState.Reason.Dependency(var jobs) ->
                            data.put("jobs", jobs.stream().map(JobId::value).toList());
                    case JobState.Reason.Paused(var by) -> data.put("by", by);
                }
            }
            case JobEvent.Prioritised(_, var priority, var by) -> {
                data.put("priority", priority);
                data.put("by", by);
            }
            case JobEvent.Claimed claimed -> data.put("attempt", claimed.attempt());
            case JobEvent.Started(_, var run) -> {
                data.put("directory", run.directory().toString());
                data.put("pid", run.runner().pid());
                data.put("start_ticks", run.runner().startTicks());
                data.put("boot_id", run.runner().bootId());
                data.put("kill", run.kill());
                data.put("scope", run.scope());
            }
            case JobEvent.Asked asked -> data.put("question", asked.question());
            case JobEvent.Answered(_, int question, var by) -> {
                data.put("question", question);
                data.put("by", by);
            }
            case JobEvent.Withdrawn(_, int question, var why) -> {
                data.put("question", question);
                data.put("why", why);
            }
            case JobEvent.StopRequested(_, var stop) -> {
                data.put("cause", stop.cause().name());
                data.put("by", stop.by());
            }
            case JobEvent.Requeued requeued -> data.put("why", requeued.why());
            case JobEvent.Exited(_, var exit) -> {
                data.put("status", exit.status());
                data.put("at", exit.at().toEpochMilli());
            }
            case JobEvent.Failed failed -> {
                data.put("code", failed.code().wireName());
                data.put("reason", failed.reason());
            }
            case JobEvent.Lost lost -> data.put("why", lost.why());
            case JobEvent.Continued continued -> {
                data.put("by", continued.by());
                data.put("session", continued.session());
            }
        }
        return Json.write(data);
    }

    static JobEvent decode(String type, int version, Instant at, String json) {
        if (version != VERSION) {
            throw new IllegalStateException("event " + type + " has version " + version);
        }
        Map<String, Object> data = Json.parseObject(json);
        return switch (type) {
            case "accepted" -> new JobEvent.Accepted(at);
            case "held" -> new JobEvent.Held(at, reason(data));
            case "released" -> new JobEvent.Released(at);
            case "prioritised" ->
                    new JobEvent.Prioritised(at, (int) number(data, "priority"), text(data, "by"));
            case "claimed" -> new JobEvent.Claimed(at, (int) number(data, "attempt"));
            case "started" -> new JobEvent.Started(at, run(data));
            case "asked" -> new JobEvent.Asked(at, (int) number(data, "question"));
            case "answered" ->
                    new JobEvent.Answered(at, (int) number(data, "question"), text(data, "by"));
            case "withdrawn" ->
                    new JobEvent.Withdrawn(at, (int) number(data, "question"), text(data, "why"));
            case "stop_requested" ->
                    new JobEvent.StopRequested(
                            at,
                            new JobState.Stop(
                                    at,
                                    JobState.Stop.Cause.valueOf(text(data, "cause")),
                                    text(data, "by")));
            case "requeued" -> new JobEvent.Requeued(at, text(data, "why"));
            case "exited" ->
                    new JobEvent.Exited(
                            at,
                            new Exit(
                                    (int) number(data, "status"),
                                    Instant.ofEpochMilli(number(data, "at"))));
            case "succeeded" -> new JobEvent.Succeeded(at);
            case "failed" ->
                    new JobEvent.Failed(
                            at, ErrorCode.ofWireName(text(data, "code")), text(data, "reason"));
            case "lost" -> new JobEvent.Lost(at, text(data, "why"));
            case "continued" -> new JobEvent.Continued(at, text(data, "by"), text(data, "session"));
            default -> throw new IllegalStateException("unknown event type " + type);
        };
    }

    private static JobState.Reason reason(Map<String, Object> data) {
        String kind = text(data, "waiting_for");
        return switch (kind) {
            case "dependency" -> new JobState.Reason.Dependency(ids(data, "jobs"));
            case "paused" -> new JobState.Reason.Paused(text(data, "by"));
            default -> throw new IllegalStateException("unknown reason to wait " + kind);
        };
    }

    private static List<JobId> ids(Map<String, Object> data, String name) {
        if (data.get(name) instanceof List<?> ids) {
            return ids.stream().map(id -> new JobId((String) id)).toList();
        }
        throw new IllegalStateException("event without " + name);
    }

    private static RunHandle run(Map<String, Object> data) {
        return new RunHandle(
                Path.of(text(data, "directory")),
                new ProcessIdentity(
                        number(data, "pid"), number(data, "start_ticks"), text(data, "boot_id")),
                text(data, "kill"),
                text(data, "scope"));
    }

    private static String text(Map<String, Object> data, String name) {
        if (data.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("event without " + name);
    }

    private static long number(Map<String, Object> data, String name) {
        if (data.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("event without " + name);
    }
}
