package dev.strawboss.commands;

import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a command ended: a shell's exit status says it.
record CommandOutcome(Exit exit, String complaint, Map<String, Object> report) {
    private static final int TAIL = 2_048;
    private static final int LONGEST_REASON = 300;

    static CommandOutcome of(Path directory, Exit exit) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("exit_status", (long) exit.status());
        report.putAll(output(directory));
        return new CommandOutcome(
                exit, lastLine(String.valueOf(report.get("error_output"))), report);
    }

    /// What it printed, shortened.
    static Map<String, Object> output(Path directory) {
        RunOutput stdout = new RunOutput(directory, "stdout");
        RunOutput stderr = new RunOutput(directory, "stderr");
        try {
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("output", stdout.tail(TAIL));
            output.put("error_output", stderr.tail(TAIL));
            output.put("stdout_bytes", stdout.size());
            output.put("stderr_bytes", stderr.size());
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Verdict verdict() {
        int status = exit.status();
        if (status == 0) {
            return new Verdict.Success();
        }
        String said = complaint.isEmpty() ? "" : ": " + complaint;
        return switch (status) {
            case 127 -> failure(ErrorCode.MISSING_BINARY, "The program was not found" + said);
            case 126 ->
                    failure(ErrorCode.CANNOT_EXECUTE, "The program could not be executed" + said);
            default ->
                    status > 128
                            ? failure(
                                    ErrorCode.KILLED_BY_SIGNAL,
                                    "Signal " + (status - 128) + " ended the command" + said)
                            : failure(
                                    ErrorCode.NONZERO_EXIT,
                                    "The command ended with exit status " + status + said);
        };
    }

    /// The command's own failure says more than that its workspace could not be collected.
    Verdict verdictUnless(StrawbossException uncollected) {
        return exit.status() == 0
                ? failure(uncollected.code(), String.valueOf(uncollected.getMessage()))
                : verdict();
    }

    private static Verdict failure(ErrorCode code, String reason) {
        return new Verdict.Failure(code, reason);
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : Shown.text(lines.getLast().strip(), LONGEST_REASON);
    }
}
