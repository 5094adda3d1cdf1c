package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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

    /// Collects what an attempt left whose end nobody recorded: its runner and its command are
    /// gone. Repeatable.
    default Remains examine(Job job, Path directory) throws InterruptedException {
        return Remains.NOTHING;
    }

    /// What can be known of an attempt whose end nobody recorded.
    ///
    /// @param verdict what it came to, if what it left shows that
    /// @param report as in [Conclusion]
    record Remains(Optional<Verdict> verdict, Map<String, Object> report) {
        static final Remains NOTHING = new Remains(Optional.empty(), Map.of());
    }

    /// What came of an attempt.
    ///
    /// @param report JSON values for people and scripts; merged into the job's report
    record Conclusion(Verdict verdict, Map<String, Object> report) {}

    /// Whether the attempt did what it should.
    sealed interface Verdict {
        /// The event with which a job ends so.
        default JobEvent event(Instant at) {
            return switch (this) {
                case Success _ -> new JobEvent.Succeeded(at);
                case Failure(var code, var reason) -> new JobEvent.Failed(at, code, reason);
            };
        }

        record Success() implements Verdict {}

        record Failure(ErrorCode code, String reason) implements Verdict {}
    }
}
