package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.util.Map;

/// What a feature contributes so that the engine can run its jobs. The engine calls both methods on
/// a virtual thread of their own; they may take long and may be interrupted.
public interface JobKind {
    /// The value of [JobSpec#kind].
    String name();

    /// Makes everything ready for one attempt: workspace, command line, environment. Repeatable:
    /// after the death of a hub it is called again for the same job.
    ///
    /// @param directory the attempt's own directory; exists, is private, holds the runner's files
    /// @throws dev.strawboss.errors.StrawbossException if it cannot be made ready; the job fails
    ///   with that code
    RunPlan prepare(Job job, Path directory) throws InterruptedException;

    /// Collects what an ended attempt left and judges it. Repeatable, for the same reason. Called
    /// for stopped attempts too: what they left is kept, only the verdict is not asked for.
    Conclusion conclude(Job job, Path directory, Exit exit) throws InterruptedException;

    /// What came of an attempt.
    ///
    /// @param report JSON values for people and scripts; merged into the job's report
    record Conclusion(Verdict verdict, Map<String, Object> report) {}

    /// Whether the attempt did what it should.
    sealed interface Verdict {
        record Success() implements Verdict {}

        record Failure(ErrorCode code, String reason) implements Verdict {}
    }
}
