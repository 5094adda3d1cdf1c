package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Offer;
import dev.strawboss.mcp.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running hub: everything it consists of, started in order and closed in reverse.
final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    /// Builds the features and what is offered over them. What must be closed is handed to
    /// `closing` in the order of its start.
    interface Features {
        Offer start(Home home, Closing closing) throws IOException;
    }

    /// Takes what is to be closed when the hub ends.
    interface Closing {
        void later(AutoCloseable resource);

        /// Starts another way in once the socket listens; what it returns is closed first.
        void serving(Function<McpServer, AutoCloseable> entry);
    }

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private Hub() {}

    /// @return empty if another hub runs for this home
    static Optional<Hub> start(Home home, String version, Features features) throws IOException {
        Path state = home.state();
        Optional<StateDirectory> directory =
                StateDirectory.take(state, StateDirectory.machine(), StateDirectory.mounts());
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        Hub hub = new Hub();
        try {
            hub.resources.push(directory.get());
            CrashPoint.STATE_TAKEN.pass();
            List<Function<McpServer, AutoCloseable>> entries = new ArrayList<>();
            Offer offer = features.start(home, hub.closing(entries));
            Seal seal = new Seal(HubKey.in(state), Clock.systemUTC());
            McpServer server = new McpServer(offer, seal, version);
            HubServer.Place place =
                    () -> SocketPath.of(state, SocketPath.runtimes(SocketPath.user()));
            hub.resources.push(HubServer.open(state, name(home), version, place, server));
            entries.forEach(entry -> hub.resources.push(entry.apply(server)));
            LOG.atInfo().addKeyValue("state", state).log("Hub is up");
            return Optional.of(hub);
        } catch (IOException | RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    private Closing closing(List<Function<McpServer, AutoCloseable>> entries) {
        return new Closing() {
            @Override
            public void later(AutoCloseable resource) {
                resources.push(resource);
            }

            @Override
            public void serving(Function<McpServer, AutoCloseable> entry) {
                entries.add(entry);
            }
        };
    }

    /// Stops the intake first and gives up the state directory last.
    @Override
    public synchronized void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("Could not close a part of the hub");
            }
        }
    }

    private static String name(Home home) {
        Path parent = home.state().getParent();
        if (parent != null && Home.of(parent).equals(home)) {
            return parent.toString();
        }
        return home.state().toString();
    }
}
