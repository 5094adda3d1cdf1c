package dev.strawboss.cli;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.util.List;
import java.util.Map;

/// While it is open, Ctrl-C also asks for the job to be stopped. Java then ends with 130, as a
/// shell's command would.
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption stops(Session session, String job) {
        Thread hook = Threads.unstarted("stop-" + job, () -> stop(session, job));
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void stop(Session session, String job) {
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
