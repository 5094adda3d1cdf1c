package dev.strawboss.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The other end of the bare bridge, for comparison: answers every line with an empty result under
/// its id. Run as a process of its own: `EchoServer SOCKET`.
public final class EchoServer {
    private EchoServer() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(Path.of(arguments[0])));
            while (true) {
                try (SocketChannel client = server.accept()) {
                    echo(client);
                }
            }
        }
    }

    private static void echo(SocketChannel client) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(client), StandardCharsets.UTF_8),
                        1 << 16);
        OutputStream out = Channels.newOutputStream(client);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int from = line.indexOf("\"id\":") + 5;
            int to = line.indexOf(',', from);
            String answer =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + line.substring(from, to) + ",\"result\":{}}\n";
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }
}
