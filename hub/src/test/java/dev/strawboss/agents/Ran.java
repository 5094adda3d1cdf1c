package dev.strawboss.agents;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// Runs a plan to its end as a placement does, in the foreground.
public final class Ran {
    private Ran() {}

    public static Exit plan(RunPlan plan, Path directory) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(plan.command())
                        .directory(plan.directory().toFile())
                        .redirectInput(plan.stdin().orElse(Path.of("/dev/null")).toFile())
                        .redirectOutput(directory.resolve("stdout").toFile())
                        .redirectError(directory.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().putAll(plan.environment());
        Process process = builder.start();
        if (!process.waitFor(plan.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("ran longer than " + plan.deadline());
        }
        return new Exit(process.exitValue(), Instant.now());
    }
}
