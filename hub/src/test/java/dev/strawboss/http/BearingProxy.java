package dev.strawboss.http;

import dev.strawboss.concurrent.Threads;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A proxy on loopback that adds a token to each request, for clients that cannot send one. One
/// request per connection; everything else goes through as it is.
final class BearingProxy implements AutoCloseable {
    private final ServerSocket listener =
            new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final int target;
    private final String token;

    BearingProxy(int target, String token) throws IOException {
        this.target = target;
        this.token = token;
        Threads.platform("proxy", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Threads.virtual("proxied", () -> forward(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            try {
                server.getOutputStream().write(head(client.getInputStream()));
                server.getOutputStream().flush();
                Threads.virtual("proxied up", () -> pipe(client, server));
            } catch (IOException gone) {
                close(client, server);
                return;
            }
            pipe(server, client);
        } catch (IOException closed) {
            close(client);
        }
    }

    /// What one side says until it ends; then both end.
    private static void pipe(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16 << 10];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
                out.flush();
            }
            close(from, to);
        } catch (IOException gone) {
            close(from, to);
        }
    }

    private static void close(Socket... sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        StringBuilder line = new StringBuilder();
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
            if (b != '\n') {
                continue;
            }
            String text = line.toString();
            line.setLength(0);
            if (text.equals("\r\n")) {
                String ours = "Authorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
                head.writeBytes(ours.getBytes(StandardCharsets.US_ASCII));
                return head.toByteArray();
            }
            if (!text.toLowerCase(Locale.ROOT).startsWith("connection:")) {
                head.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }
}
