package dev.strawboss.cli;

import dev.strawboss.errors.ErrorCode;
import java.util.Arrays;
import java.util.Map;

/// What a job's envelope means for the exit status. docs/cli.md has the table.
final class Outcomes {
    private Outcomes() {}

    /// 0 if it succeeded, 0 too while it is not over; else what its code says.
    static int exitStatus(Map<String, Object> job) {
        Object code = job.get("code");
        return code == null
                ? 0
                : Arrays.stream(ErrorCode.values())
                        .filter(known -> known.wireName().equals(code))
                        .findFirst()
                        .map(ErrorCode::exitStatus)
                        .orElse(1); // of a newer hub
    }

    /// The exit status of the job's own command where that is what ended it.
    static int commandStatus(Map<String, Object> job) {
        boolean own = "succeeded".equals(job.get("state")) || "failed".equals(job.get("state"));
        boolean hidesFailure =
                "failed".equals(job.get("state")) && Long.valueOf(0).equals(job.get("exit_status"));
        return own && !hidesFailure && job.get("exit_status") instanceof Number status
                ? status.intValue()
                : exitStatus(job);
    }

    static boolean finished(Map<String, Object> job) {
        return switch (String.valueOf(job.get("state"))) {
            case "succeeded", "failed", "timed_out", "cancelled", "unknown" -> true;
            default -> false;
        };
    }
}
