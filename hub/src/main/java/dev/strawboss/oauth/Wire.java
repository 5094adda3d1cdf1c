package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One request over HTTP/1.1 (RFC 9112) to an address that was looked at before: the JDK's client
/// would resolve the name again. No redirects, at most 1 MB, at most 20 seconds.
record Wire(Reach reach) {
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// @param headers by their names in lower case
    record Answer(int status, Map<String, List<String>> headers, String body) {
        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    /// @param body empty: none
    /// @param whole whether the body of the answer is wanted
    Answer send(String method, URI uri, Map<String, String> headers, String body, boolean whole)
            throws InterruptedException {
        InetSocketAddress address = reach.address(uri);
        try (Socket socket = open(uri, address)) {
            socket.getOutputStream().write(request(method, uri, headers, body));
            socket.getOutputStream().flush();
            return new Reader(socket).answer(whole);
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.UPSTREAM_FAILED,
                    uri.getHost() + " does not answer as it should: " + e.getMessage() + ".",
                    "Look whether it is up, then try again.",
                    e);
        }
    }

    private static Socket open(URI uri, InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(address, (int) PATIENCE.toMillis());
            if (uri.getScheme().equalsIgnoreCase("http")) {
                return socket;
            }
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket secure =
                    (SSLSocket)
                            factory.createSocket(socket, uri.getHost(), address.getPort(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name, not the address
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] request(
            String method, URI uri, Map<String, String> headers, String body) {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
        head.append("Connection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    /// Reads one answer.
    private static final class Reader {
        private final Socket socket;
        private final InputStream in;
        private final long end = System.nanoTime() + PATIENCE.toNanos();

        Reader(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        Answer answer(boolean whole) throws IOException {
            int status = status(line());
            Map<String, List<String>> headers = headers();
            while (status >= 100 && status < 200) {
                status = status(line());
                headers = headers();
            }
            String body = whole ? new String(body(headers), StandardCharsets.UTF_8) : "";
            return new Answer(status, headers, body);
        }

        private static int status(String line) throws IOException {
            if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
                throw new IOException("it does not speak HTTP/1.1");
            }
            return Integer.parseInt(line.substring(9, 12));
        }

        private Map<String, List<String>> headers() throws IOException {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (int i = 0; i <= MOST_HEADERS; i++) {
                String line = line();
                if (line.isEmpty()) {
                    return headers;
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.computeIfAbsent(
                                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                                    _ -> new ArrayList<>())
                            .add(line.substring(colon + 1).strip());
                }
            }
            throw new IOException("it sends too many headers");
        }

        private byte[] body(Map<String, List<String>> headers) throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            List<String> length = headers.getOrDefault("content-length", List.of());
            String coding = String.join(",", headers.getOrDefault("transfer-encoding", List.of()));
            if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
                for (int size = chunk(); size > 0; size = chunk()) {
                    copy(body, size);
                    var _ = line();
                }
            } else if (!length.isEmpty()) {
                copy(body, number(length.getFirst(), 10));
            } else {
                for (int c = read(); c >= 0; c = read()) {
                    body.write(c);
                    requireSmall(body.size());
                }
            }
            return body.toByteArray();
        }

        private int chunk() throws IOException {
            return number(line().replaceFirst(";.*", "").strip(), 16);
        }

        private static int number(String text, int radix) throws IOException {
            try {
                long number = Long.parseLong(text, radix);
                requireSmall(number);
                return (int) number;
            } catch (NumberFormatException e) {
                throw new IOException("it does not say how long its answer is", e);
            }
        }

        private void copy(ByteArrayOutputStream body, int size) throws IOException {
            requireSmall((long) body.size() + size);
            for (int i = 0; i < size; i++) {
                int c = read();
                if (c < 0) {
                    throw new IOException("its answer breaks off");
                }
                body.write(c);
            }
        }

        private static void requireSmall(long size) throws IOException {
            if (size < 0 || size > LARGEST) {
                throw new IOException("its answer is larger than 1 MB");
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = read(); c != '\n'; c = read()) {
                if (c < 0) {
                    throw new IOException("its answer breaks off");
                }
                if (line.size() > LONGEST_LINE) {
                    throw new IOException("it sends a line without an end");
                }
                line.write(c);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }

        // The whole answer has its time, not only each of its bytes.
        private int read() throws IOException {
            if (in.available() == 0) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new IOException("it takes longer than 20 seconds");
                }
                socket.setSoTimeout((int) left);
            }
            return in.read();
        }
    }
}
