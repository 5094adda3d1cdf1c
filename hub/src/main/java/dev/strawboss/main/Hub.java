package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running hub: everything it consists of, started in order and closed in reverse.
final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    /// Builds the features and the tools over them. What must be closed is handed to `closing` in
    /// the order of its start.
    interface Features {
        List<Tool> start(Home home, Closing closing) throws IOException;
    }

    /// Takes what is to be closed when the hub ends.
    interface Closing {
        void later(AutoCloseable resource);
    }

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private Hub() {}

    /// @param instructions what clients tell their models
    /// @return empty if another hub runs for this home
    static Optional<Hub> start(Home home, String version, String instructions, Features features)
            throws IOException {
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
            List<Tool> tools = features.start(home, hub.resources::push);
            McpServer server = new McpServer(tools, instructions, version);
            HubServer.Place place =
                    () -> SocketPath.of(state, SocketPath.runtimes(SocketPath.user()));
            hub.resources.push(HubServer.open(state, name(home), version, place, server));
            LOG.atInfo().addKeyValue("state", state).log("Hub is up");
            return Optional.of(hub);
        } catch (IOException | RuntimeException e) {
            hub.close();
            throw e;
        }
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
