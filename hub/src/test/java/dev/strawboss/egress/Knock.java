package dev.strawboss.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A program that speaks to a gate, byte by byte if need be.
final class Knock implements AutoCloseable {
    private final SocketChannel channel;

    Knock(SocketAddress address) throws IOException {
        channel = SocketChannel.open(address);
    }

    static Knock at(Path gate) throws IOException {
        return new Knock(UnixDomainSocketAddress.of(gate.resolve(Inside.SOCKET)));
    }

    /// All that is answered to all that is said.
    static String answer(Path gate, String said) throws IOException {
        try (Knock knock = at(gate)) {
            knock.say(said);
            return knock.rest();
        }
    }

    void say(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Says no more.
    void end() throws IOException {
        channel.shutdownOutput();
    }

    /// Up to and with a text.
    String until(String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (heard.indexOf(text) < 0 && channel.read(one.clear()) > 0) {
            heard.append((char) (one.get(0) & 0xff));
        }
        return heard.toString();
    }

    String rest() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer.clear()) >= 0) {
            heard.write(buffer.array(), 0, buffer.position());
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
