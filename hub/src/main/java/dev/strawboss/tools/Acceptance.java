package dev.strawboss.tools;

import dev.strawboss.jobs.Dispatcher;
import dev.strawboss.jobs.IfUnknown;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Once;
import dev.strawboss.jobs.Scheduling;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What every tool that makes a job has in common: when the job may start, its tags and its key.
record Acceptance(Jobs jobs) {
    private static final int LONGEST_KEY = 200;
    private static final int MOST_PARENTS = 100;
    private static final int MOST_TAGS = 20;

    /// The parameters of a tool, and those that are read here.
    static List<Parameter> with(Parameter... own) {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                Parameter.string(
                                        "queue", "Which queue; it bounds what runs at once."),
                                Parameter.integer("priority", "-100 to 100; higher starts first."),
                                Parameter.strings("after", "Job ids that must succeed first."),
                                Parameter.bool("after_any_end", "Start even if those fail."),
                                Parameter.choice(
                                        JobSpec.IF_UNKNOWN,
                                        "If the machine dies under it: report (default), or rerun"
                                                + " what may be done twice.",
                                        Stream.of(IfUnknown.values())
                                                .map(IfUnknown::wireName)
                                                .toList()),
                                Parameter.strings("tags", "Words to find it by."),
                                Parameter.string(
                                        "key",
                                        "Idempotency key: the same key gives the same job.")))
                .toList();
    }

    /// The job that an earlier, same request made. Asked before anything of the request is looked
    /// at, for the world may have changed since.
    Optional<Job> before(Call call, Map<String, Object> given) {
        return call.requestKey()
                .flatMap(jobs::acceptedUnder)
                .or(() -> once(call, given).flatMap(jobs::accepted));
    }

    Job accept(Call call, Arguments arguments, JobSpec spec) {
        JobSpec wished =
                arguments
                        .string(JobSpec.IF_UNKNOWN)
                        .map(word -> spec.with(JobSpec.IF_UNKNOWN, word))
                        .orElse(spec);
        return jobs.accept(
                wished.with(scheduling(arguments), tags(arguments)),
                by(call),
                call.requestKey(),
                once(call, arguments.given()));
    }

    private static Optional<Once> once(Call call, Map<String, Object> given) {
        if (!(given.get("key") instanceof String key)) {
            return Optional.empty();
        }
        Map<String, Object> request = new LinkedHashMap<>(given);
        request.remove("key");
        return Optional.of(Once.of(by(call).keeper(), key, request));
    }

    static Dispatcher by(Call call) {
        return new Dispatcher(call.client(), call.session().name(), call.principal());
    }

    private Scheduling scheduling(Arguments arguments) {
        arguments.string("key").ifPresent(key -> checkKey(arguments, key));
        long priority = arguments.integer("priority").orElse(0L);
        if (priority < Scheduling.LOWEST_PRIORITY || priority > Scheduling.HIGHEST_PRIORITY) {
            throw arguments.invalid("A priority is -100 to 100, not " + priority + ".");
        }
        List<String> after = arguments.strings("after");
        if (after.size() > MOST_PARENTS) {
            throw arguments.invalid("A job waits for at most " + MOST_PARENTS + " others.");
        }
        List<JobId> parents = after.stream().map(jobs::require).map(Job::id).distinct().toList();
        return new Scheduling(
                arguments.string("queue").orElse(Scheduling.DEFAULT_QUEUE),
                (int) priority,
                parents,
                arguments.bool("after_any_end"));
    }

    private static void checkKey(Arguments arguments, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw arguments.invalid(
                    "A key has 1 to " + LONGEST_KEY + " characters, not " + key.length() + ".");
        }
    }

    private static List<String> tags(Arguments arguments) {
        List<String> tags = arguments.strings("tags");
        if (tags.size() > MOST_TAGS) {
            throw arguments.invalid("A job has at most " + MOST_TAGS + " tags.");
        }
        for (String tag : tags) {
            if (!tag.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:/@#-]{0,63}")) {
                throw arguments.invalid(
                        "The tag "
                                + PlainText.line(tag, 80)
                                + " is not a word of up to 64 letters, digits and _.:/@#-.");
            }
        }
        return tags;
    }
}
