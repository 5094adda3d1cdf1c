package dev.strawboss.jobs;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind whose jobs run for a moment, succeed and say something.
final class AnsweringKind implements JobKind {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public RunPlan prepare(Job job, Path directory) {
        return new RunPlan(
                List.of("1", "0"),
                directory,
                Map.of(),
                Optional.empty(),
                job.spec().timeout(),
                10,
                10);
    }

    @Override
    public Conclusion conclude(Job job, Path directory, Exit exit) {
        return new Conclusion(new Verdict.Success(), Map.of("text", "I answered."));
    }
}
