package dev.strawboss.agents;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs a plan to its end as a placement does, in the foreground.
public final class Ran {
    private Ran() {}

    /// As [Diagnosis.Asking].
    static Optional<String> output(List<String> command, Map<String, String> environment)
            throws InterruptedException {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

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
