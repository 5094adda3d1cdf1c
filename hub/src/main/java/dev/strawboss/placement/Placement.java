package dev.strawboss.placement;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A place where commands run detached, outlive the hub, and are found again. After Nomad's task
/// drivers; it has the operations that the engine uses today.
public interface Placement {
    /// Starts the plan in `directory` (the attempt's, empty but for what `prepare` put there) and
    /// returns once the runner has recorded its identity.
    ///
    /// @param attempt the attempt's name, unique for ever; [Watch] tells it when the attempt ends
    RunHandle start(String attempt, Path directory, RunPlan plan) throws InterruptedException;

    /// Decides what became of an attempt whose start was never recorded. If its runner has not
    /// started yet it never will afterwards.
    ///
    /// @return the handle if it started; empty if it certainly never will, and then all that
    ///   [#dispose] forgets is forgotten
    Optional<RunHandle> recover(String attempt, Path directory) throws InterruptedException;

    /// What it bounds for all processes of a command together: some of `memory`, `cpu`, `processes`
    /// of [Confinement].
    default Set<String> bounds() {
        return Set.of();
    }

    /// Whether anything of the attempt is still alive (runner or worker).
    boolean alive(RunHandle run);

    /// How it ended, if its runner recorded that. A half-written record is no record.
    Optional<Exit> exit(RunHandle run);

    /// How long ago it was started, whatever the wall clock says; empty where that cannot be known.
    default Optional<Duration> age(RunHandle run) {
        return Optional.empty();
    }

    /// Ends the whole process tree: TERM, then after `grace` KILL; KILL at once without grace.
    /// Returns when nothing is left or it cannot be ended. The runner survives to record the exit.
    void stop(RunHandle run, Duration grace) throws InterruptedException;

    /// Stops all processes of the command where they stand; time spent so is not held against it by
    /// the runner's own deadline. Repeatable: what has appeared since the last time is stopped too.
    void pause(RunHandle run) throws InterruptedException;

    /// Lets all processes of the command go on, also where none was stopped. [#stop] ends paused
    /// ones as well, without this.
    void resume(RunHandle run) throws InterruptedException;

    /// Asks to be told the name of every attempt that ends, or that ended since the last hub.
    /// Called once.
    ///
    /// @param ended throws IllegalArgumentException for a name that is no attempt's
    Watch watch(Consumer<String> ended);

    /// Tells of ended attempts until closed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// Forgets what is kept outside the attempt's directory (control group, `done` mark).
    void dispose(String attempt, RunHandle run);
}
