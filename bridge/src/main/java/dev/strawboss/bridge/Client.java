package dev.strawboss.bridge;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The way back to the client: whole lines on standard output, which carries nothing else.
final class Client {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private byte[] buffer = new byte[64 << 10];
    private int size;

    synchronized void line(byte[] bytes, int from, int length) throws IOException {
        if (size + length + 1 > buffer.length) {
            flush();
        }
        if (length + 1 > buffer.length) {
            out.write(bytes, from, length);
            out.write('\n');
            return;
        }
        System.arraycopy(bytes, from, buffer, size, length);
        size += length;
        buffer[size++] = '\n';
    }

    synchronized void flush() throws IOException {
        int length = size;
        size = 0;
        if (length > 0) {
            out.write(buffer, 0, length);
        }
    }

    void send(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        line(bytes, 0, bytes.length);
        flush();
    }

    /// @param id as it stood in the request; null if it is not known
    void error(@Nullable String id, int code, String message) throws IOException {
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":"
                        + id
                        + ",\"error\":{\"code\":"
                        + code
                        + ",\"message\":"
                        + Words.quoted(message)
                        + "}}");
    }
}
