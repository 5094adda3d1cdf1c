package dev.strawboss.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be done, as accepted; never changes afterwards.
///
/// @param kind which [JobKind] runs it: `agent` or `command`
/// @param title one line for lists
/// @param project the registered project it was dispatched to, if by name
/// @param agent the named agent, for kind `agent`
/// @param directory the absolute directory the caller meant; the kind decides where it really runs
/// @param timeout execution only: counts from the start of the command, never while queued
/// @param text the prompt or script, of any length; kept in a file when longer than 64 KB
/// @param details what only the kind understands: JSON values as in [dev.strawboss.json.Json]
/// @param tags what it is found by, sorted
public record JobSpec(
        String kind,
        String title,
        Optional<String> project,
        Optional<String> agent,
        Path directory,
        Duration timeout,
        String text,
        Map<String, Object> details,
        Scheduling scheduling,
        List<String> tags) {
    /// The detail that says what becomes of a job whose outcome cannot be known.
    public static final String IF_UNKNOWN = "if_unknown";

    /// The detail that names the job of which this one is a repetition.
    public static final String RETRY_OF = "retry_of";

    public JobSpec {
        tags = tags.stream().sorted().distinct().toList();
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details)); // keeps the order
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException("directory must be absolute: " + directory);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive: " + timeout);
        }
    }

    /// A job that starts as soon as there is a slot, without tags.
    public JobSpec(
            String kind,
            String title,
            Optional<String> project,
            Optional<String> agent,
            Path directory,
            Duration timeout,
            String text,
            Map<String, Object> details) {
        this(
                kind,
                title,
                project,
                agent,
                directory,
                timeout,
                text,
                details,
                Scheduling.USUAL,
                List.of());
    }

    /// What becomes of it if its outcome cannot be known.
    public IfUnknown ifUnknown() {
        return IfUnknown.RERUN.wireName().equals(details.get(IF_UNKNOWN))
                ? IfUnknown.RERUN
                : IfUnknown.REPORT;
    }

    /// The same with one more detail.
    public JobSpec with(String detail, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(detail, value);
        return new JobSpec(
                kind, title, project, agent, directory, timeout, text, more, scheduling, tags);
    }

    /// The same to be done at another time or found by other tags.
    public JobSpec with(Scheduling when, List<String> otherTags) {
        return new JobSpec(
                kind, title, project, agent, directory, timeout, text, details, when, otherTags);
    }

    JobSpec withText(String whole) {
        return new JobSpec(
                kind, title, project, agent, directory, timeout, whole, details, scheduling, tags);
    }
}
