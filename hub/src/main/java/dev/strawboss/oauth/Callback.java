package dev.strawboss.oauth;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a browser on this machine comes back to after a login: a port of the loopback interface
/// (RFC 8252 section 7.3). An address that a person pastes comes the same way.
public final class Callback implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);
    private static final int LONGEST = 16 << 10;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String PATH = "/callback";
    private static final String DONE = "Strawboss has what it needs. You can close this page.\n";

    private final ServerSocket listener;
    private final Thread acceptor;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>(16);

    private Callback(ServerSocket listener) {
        this.listener = listener;
        this.acceptor = Threads.virtual("login callback", this::accept);
    }

    /// @param port 0: any that is free
    public static Callback open(int port) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 8);
            return new Callback(listener);
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "Port " + port + " of 127.0.0.1 cannot be used for the login.",
                    "Write another oauth.callbackPort with the server in servers.json.",
                    e);
        }
    }

    /// What an authorization server is told.
    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort() + PATH;
    }

    /// As if the browser had come back with it.
    public void paste(String redirect) {
        var _ = answers.offer(redirect);
    }

    /// Empty if nothing came in time.
    Optional<String> answer(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("The port of a login cannot be closed");
        }
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket browser = listener.accept()) {
                browser.setSoTimeout(PATIENCE_MILLIS);
                serve(browser);
            } catch (IOException e) {
                LOG.atTrace().setCause(e).log("A visit to the port of a login broke off");
            }
        }
    }

    private void serve(Socket browser) throws IOException {
        String line = line(browser.getInputStream());
        String[] words = line.split(" ", 3);
        boolean ours =
                words.length == 3 && words[0].equals("GET") && words[1].startsWith(PATH + "?");
        String text = ours ? DONE : "There is nothing here.\n";
        String answer =
                "HTTP/1.1 "
                        + (ours ? "200 OK" : "404 Not Found")
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + text.length()
                        + "\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n"
                        + "Connection: close\r\n\r\n"
                        + text;
        browser.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        browser.getOutputStream().flush();
        if (ours) {
            paste(words[1]);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
