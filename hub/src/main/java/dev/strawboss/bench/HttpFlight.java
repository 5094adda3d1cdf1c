package dev.strawboss.bench;

import dev.strawboss.json.Json;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// One session over HTTP with many calls under way: each on a connection of its own that stays.
final class HttpFlight {
    private static final int PATIENCE = 20_000; // ms

    private final URI url;
    private final String token;
    private final String tool;
    private final Map<String, Object> arguments;
    private String session = "";

    HttpFlight(String url, String token, String tool, Map<String, Object> arguments) {
        this.url = URI.create(url);
        this.token = token;
        this.tool = tool;
        this.arguments = arguments;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void awaitListening(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }

    Flights.Run run(int calls, int window) throws IOException, InterruptedException {
        try (Line line = new Line()) {
            line.exchange(StdioServer.initialize(0));
            session = line.session;
            line.exchange("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        }
        AtomicInteger next = new AtomicInteger(1);
        List<Timings> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        AtomicInteger answered = new AtomicInteger();
        for (int i = 0; i < window; i++) {
            Timings timings = new Timings(calls);
            all.add(timings);
            threads.add(Thread.ofPlatform().start(() -> fly(next, calls, timings, answered)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Timings together = new Timings(calls);
        all.forEach(together::addAll);
        return Flights.Run.of(together, answered.get(), calls);
    }

    /// What is not answered shows in the count.
    private void fly(AtomicInteger next, int calls, Timings timings, AtomicInteger answered) {
        for (int id = next.getAndIncrement(); id <= calls; ) {
            try (Line line = new Line()) {
                for (; id <= calls; id = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    String answer = line.exchange(call(id));
                    timings.add(System.nanoTime() - begin);
                    if (answer.contains("\"result\"")) {
                        answered.incrementAndGet();
                    }
                }
            } catch (IOException lost) {
                id = next.getAndIncrement();
            }
        }
    }

    private String call(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":"
                + Json.write(arguments)
                + "}}";
    }

    /// One connection.
    private final class Line implements AutoCloseable {
        private final Socket socket = new Socket(url.getHost(), url.getPort());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());
        private String session = "";

        private Line() throws IOException {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
        }

        /// @return the body
        private String exchange(String message) throws IOException {
            byte[] body = message.getBytes(StandardCharsets.UTF_8);
            String head =
                    "POST "
                            + url.getPath()
                            + " HTTP/1.1\r\nHost: "
                            + url.getAuthority()
                            + "\r\nContent-Type: application/json\r\n"
                            + "Accept: application/json, text/event-stream\r\n"
                            + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                            + (HttpFlight.this.session.isEmpty()
                                    ? ""
                                    : "Mcp-Session-Id: " + HttpFlight.this.session + "\r\n")
                            + "Content-Length: "
                            + body.length
                            + "\r\n\r\n";
            byte[] start = head.getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[start.length + body.length];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(body, 0, whole, start.length, body.length);
            socket.getOutputStream().write(whole);
            String status = line();
            int length = 0;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String lower = line.toLowerCase(Locale.ROOT);
                length = lower.startsWith("content-length:") ? number(line) : length;
                chunked |= lower.startsWith("transfer-encoding: chunked");
                session = lower.startsWith("mcp-session-id:") ? value(line) : session;
            }
            String answer = chunked ? chunks() : text(length);
            if (!status.contains(" 2")) {
                throw new IOException(status + ": " + answer);
            }
            return answer;
        }

        private String chunks() throws IOException {
            StringBuilder all = new StringBuilder();
            while (true) {
                int size = Integer.parseInt(line(), 16);
                all.append(text(size));
                line();
                if (size == 0) {
                    return all.toString();
                }
            }
        }

        private String text(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException();
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static int number(String header) {
        return Integer.parseInt(value(header));
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }
}
