package dev.strawboss.bench;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The least that a stdio front can be, for comparison: copies bytes both ways and knows nothing
/// (facts: mcp, section 5.3). Run as a process of its own: `BareBridge SOCKET`.
public final class BareBridge {
    private BareBridge() {}

    public static void main(String[] arguments) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        socket.connect(UnixDomainSocketAddress.of(arguments[0]));
        Thread.ofPlatform().daemon().start(() -> copyIn(socket));
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            while (socket.read(bytes.clear()) >= 0) {
                out.write(bytes.array(), 0, bytes.position());
            }
        }
    }

    private static void copyIn(SocketChannel socket) {
        byte[] bytes = new byte[1 << 16];
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes, 0, n); rest.hasRemaining(); ) {
                    socket.write(rest);
                }
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
