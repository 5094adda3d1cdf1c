package dev.strawboss.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// A provider's answer on its way to a confined program: each piece as it comes, for it may be a
/// stream of events.
final class Answer {
    private static final Set<String> DROPPED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade",
                    "trailer",
                    "set-cookie");
    private static final byte[] LINE = {'\r', '\n'};

    private final SocketChannel client;
    private final boolean old;
    private final boolean headOnly;

    Answer(SocketChannel client, Head request) {
        this.client = client;
        this.old = request.isOld();
        this.headOnly = request.method().equals("HEAD");
    }

    /// Its end is told to the client only if it was the provider's: what broke off must look so.
    void pass(HttpResponse<InputStream> response, InputStream body) throws IOException {
        boolean empty = headOnly || response.statusCode() == 204 || response.statusCode() == 304;
        boolean told = response.headers().firstValue("content-length").isPresent();
        boolean chunked = !told && !empty && !old;
        send(head(response, chunked).getBytes(StandardCharsets.ISO_8859_1));
        if (!empty) {
            copy(body, chunked);
        }
        client.shutdownOutput();
    }

    private static String head(HttpResponse<InputStream> response, boolean chunked) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + response.statusCode() + " \r\n");
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (!DROPPED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                        values.forEach(value -> text.append(name + ": " + value + "\r\n"));
                    }
                });
        return text
                + (chunked ? "transfer-encoding: chunked\r\n" : "")
                + "connection: close\r\n\r\n";
    }

    private void copy(InputStream body, boolean chunked) throws IOException {
        byte[] buffer = new byte[16 << 10];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            if (n > 0 && chunked) {
                send(
                        (Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.ISO_8859_1),
                        ByteBuffer.wrap(buffer, 0, n),
                        LINE);
            } else {
                Relay.write(client, ByteBuffer.wrap(buffer, 0, n));
            }
        }
        if (chunked) {
            send("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void send(byte[] bytes) throws IOException {
        Relay.write(client, ByteBuffer.wrap(bytes));
    }

    // In one piece: a client that sees the length without the rest waits for it.
    private void send(byte[] before, ByteBuffer piece, byte[] after) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(before.length + piece.remaining() + after.length);
        Relay.write(client, whole.put(before).put(piece).put(after).flip());
    }
}
