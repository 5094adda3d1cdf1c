package dev.strawboss.main;

import dev.strawboss.secrets.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// The hub's log without secrets: each message is looked at whole before it is written.
final class RedactedLog extends OutputStream {
    private static final int LONGEST = 1 << 20;

    private final OutputStream out;
    private final Supplier<Redaction> secrets;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    RedactedLog(OutputStream out, Supplier<Redaction> secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    /// From now on standard error, which is the log, goes through it.
    static void install(Supplier<Redaction> secrets) {
        System.setErr(
                new PrintStream(
                        new RedactedLog(System.err, secrets), true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) throws IOException {
        message.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        message.write(bytes, from, length);
        if (message.size() > LONGEST) {
            flush();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        String text = message.toString(StandardCharsets.UTF_8);
        message.reset();
        out.write(secrets.get().text(text).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
