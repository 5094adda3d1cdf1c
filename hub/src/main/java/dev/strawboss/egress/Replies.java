package dev.strawboss.egress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the hub itself answers to a confined program.
final class Replies {
    private static final Map<Integer, String> REASONS =
            Map.of(
                    400, "Bad Request",
                    403, "Forbidden",
                    404, "Not Found",
                    502, "Bad Gateway",
                    503, "Service Unavailable");

    private Replies() {}

    static void established(SocketChannel client) throws IOException {
        write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    static void goOn(SocketChannel client) throws IOException {
        write(client, "HTTP/1.1 100 Continue\r\n\r\n");
    }

    /// One sentence, with which the connection ends.
    static void refuse(SocketChannel client, int status, String sentence) throws IOException {
        String body = "Strawboss: " + sentence + "\n";
        write(
                client,
                "HTTP/1.1 "
                        + status
                        + " "
                        + REASONS.getOrDefault(status, "Refused")
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\nX-Strawboss-Egress: refused\r\nConnection: close\r\n\r\n"
                        + body);
        drain(client);
    }

    // What is closed with something unread is reset, and the client may lose what it was told.
    private static void drain(SocketChannel client) throws IOException {
        client.shutdownOutput();
        ByteBuffer dropped = ByteBuffer.allocate(8192);
        for (long left = 16 << 20; left > 0; left -= dropped.position()) {
            dropped.clear();
            if (client.read(dropped) < 0) {
                return;
            }
        }
    }

    private static void write(SocketChannel client, String text) throws IOException {
        Relay.write(client, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
