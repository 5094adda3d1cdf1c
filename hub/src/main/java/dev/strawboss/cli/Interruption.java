package dev.strawboss.cli;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.util.List;
import java.util.Map;

/// While it is open, Ctrl-C says what becomes of the job, or stops it. Java then ends with 130, as
/// a shell's command would.
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(String job, Runnable task) {
        this.hook = Threads.unstarted("interrupted-" + job, task);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The job ends with us, as a command in the foreground does.
    static Interruption stops(Session session, String job) {
        return new Interruption(job, () -> stop(session, job));
    }

    /// The job goes on without us.
    static Interruption leaves(Session session, String job) {
        return new Interruption(
                job,
                () ->
                        session.tell(
                                "job "
                                        + job
                                        + " goes on; strawboss wait "
                                        + job
                                        + " waits for it, strawboss stop "
                                        + job
                                        + " ends it"));
    }

    static void stop(Session session, String job) {
        try {
            session.call("stop", Map.of("jobs", List.of(job)));
            session.tell("job " + job + " was stopped");
        } catch (StrawbossException e) {
            session.tell("job " + job + " goes on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the end has begun: the hook runs
            return;
        }
    }
}
