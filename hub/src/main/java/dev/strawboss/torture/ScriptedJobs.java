package dev.strawboss.torture;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs for [ScriptedPlacement]: the first two words of a job's text are milliseconds and exit
/// status; `refuse` cannot be prepared.
final class ScriptedJobs implements JobKind {
    static final String REFUSED = "refuse";
    private static final String NAME = "scripted";

    static JobSpec spec(String text, Duration timeout) {
        return new JobSpec(
                NAME,
                "t",
                Optional.empty(),
                Optional.empty(),
                Path.of("/"),
                timeout,
                text,
                Map.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunPlan prepare(Job job, Path directory) {
        String text = job.spec().text();
        if (text.startsWith(REFUSED)) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED, "There is no such program.", "Install it.");
        }
        return new RunPlan(
                List.of(text.split(" ", 3)),
                directory,
                Map.of(),
                Optional.empty(),
                job.spec().timeout(),
                10,
                10);
    }

    @Override
    public Conclusion conclude(Job job, Path directory, Exit exit) {
        Verdict verdict =
                exit.status() == 0
                        ? new Verdict.Success()
                        : new Verdict.Failure(
                                ErrorCode.NONZERO_EXIT, "exit status " + exit.status());
        return new Conclusion(verdict, Map.of("length", (long) job.spec().text().length()));
    }
}
