package dev.strawboss.mcp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of calls that go on after their answer (extension `io.modelcontextprotocol/tasks`).
/// A tool says by [ToolAnswer#task] that its call began one; it must be durable by then.
public interface Tasks {
    /// @return empty if there is none of that id, or it is none of the caller's concern
    Optional<Task> task(Call call, String id) throws InterruptedException;

    /// Gives answers to the task's questions, by their names. Names that are no open questions are
    /// ignored.
    void answer(Call call, String id, Map<String, Map<String, Object>> answers)
            throws InterruptedException;

    /// Asks the task to end soon; does nothing to one that is over.
    void cancel(Call call, String id) throws InterruptedException;

    /// Runs `changed` whenever [#task] may say something else, until closed. It must not block.
    Resources.Watch watch(String id, Runnable changed);

    /// Where a task stands.
    ///
    /// @param message one short line; may be empty
    /// @param ttlMillis how long it is kept from its creation on; null if without end
    /// @param pollMillis how often it is worth asking
    record Task(
            String id,
            State state,
            String message,
            Instant created,
            Instant updated,
            @Nullable Long ttlMillis,
            long pollMillis) {}

    /// What a task is doing.
    sealed interface State {
        record Working() implements State {}

        /// @param questions by names that are unique over the task's life
        record InputRequired(Map<String, Question> questions) implements State {}

        /// Also if the tool itself failed.
        record Completed(ToolAnswer answer) implements State {}

        /// Something else than the tool failed.
        record Failed(String sentence) implements State {}

        record Cancelled() implements State {}
    }
}
