package dev.strawboss.http;

import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Offer;
import dev.strawboss.mcp.Seal;
import dev.strawboss.store.Database;
import dev.strawboss.tokens.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A server over HTTP with one token.
final class Served implements AutoCloseable {
    final int port;
    final Tokens tokens;
    final String token;
    final HttpPeer peer;
    private final Database database;
    private final McpServer server;
    private final Running running;

    Served(Path directory, Offer offer, int rate, int streams) throws IOException {
        port = freePort();
        database = Database.open(directory.resolve("strawboss.db"));
        tokens = new Tokens(database, Clock.systemUTC());
        token = tokens.create("peer");
        server = new McpServer(offer, new Seal(new byte[32], Clock.systemUTC()), "1.2.3");
        running = new Running(settings(port, rate, streams), tokens, server);
        peer = new HttpPeer(port, token);
    }

    static HttpSettings settings(int port, int rate, int streams) {
        return new HttpSettings(
                true, "127.0.0.1", port, Optional.empty(), false, List.of(), rate, streams);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() {
        running.close();
    }

    @Override
    public void close() {
        running.close();
        server.close();
        database.close();
    }
}
