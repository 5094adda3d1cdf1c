package dev.strawboss.process;

/// What came of a short child process.
public sealed interface Outcome {
    /// It ended by itself.
    ///
    /// @param status 128 + n if signal n ended it
    record Ended(int status, Output stdout, Output stderr) implements Outcome {
        public boolean succeeded() {
            return status == 0;
        }
    }

    /// It ran too long and was ended with all its children.
    record TimedOut(Output stdout, Output stderr) implements Outcome {}

    /// There is no such program or directory, or it cannot be executed.
    record NotStarted(String reason) implements Outcome {}
}
