package dev.strawboss.main;

import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Options;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `hub serve`: runs the hub until it is told to end.
final class Serve {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final int COULD_NOT_START = 70;

    private Serve() {}

    /// @param options what follows `hub serve`
    /// @return the exit status
    static int run(String[] options, String version, Hub.Features features)
            throws InterruptedException {
        Optional<Hub> started;
        try {
            started = Hub.start(Options.parse(options).home(), version, features);
        } catch (StrawbossException e) {
            LOG.atError().log("{} {}", e.getMessage(), e.hint());
            return e.code().exitStatus();
        } catch (IOException | UncheckedIOException e) {
            // no trace: clients are shown the end of the log
            LOG.atError()
                    .log(
                            "The hub could not start: {}. Its directories must be ours, and the disk"
                                    + " must have space: ls -la; df -h",
                            e instanceof UncheckedIOException outer ? outer.getCause() : e);
            return COULD_NOT_START;
        }
        if (started.isEmpty()) {
            LOG.atInfo().log("Another hub is in charge of this home already.");
            return HubStarter.ANOTHER_HUB;
        }
        Hub hub = started.get();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Threads.unstarted(
                                "hub end",
                                () -> {
                                    hub.close();
                                    LOG.atInfo().log("Hub has ended");
                                    ended.countDown();
                                }));
        ended.await();
        return 0;
    }
}
