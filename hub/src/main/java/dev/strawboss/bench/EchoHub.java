package dev.strawboss.bench;

import dev.strawboss.config.Configuration;
import dev.strawboss.http.Http;
import dev.strawboss.http.HttpSettings;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Offer;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Seal;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.store.Database;
import dev.strawboss.tokens.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The hub's way in over HTTP with nothing behind it but a tool `echo`, as other servers are
/// measured. Run as a process of its own: `EchoHub DIRECTORY PORT`; prints a token.
public final class EchoHub {
    private EchoHub() {}

    @SuppressWarnings("SystemOut") // its parent reads it
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(
                directory.resolve("config.yaml"),
                "http: {enabled: true, rate: 1000000, port: " + arguments[1] + "}\n");
        try (Database database = Database.open(directory.resolve("echo.db"))) {
            Clock clock = Clock.systemUTC();
            Tokens tokens = new Tokens(database, clock);
            Offer offer = Offer.of(List.of(new Echo()), "Echoes.", clock);
            McpServer server = new McpServer(offer, new Seal(new byte[32], clock), "1");
            Configuration configuration = new Configuration(directory, List.of(HttpSettings.KEY));
            AutoCloseable http = new Http(configuration, tokens).serve(server);
            System.out.println(tokens.create("bench"));
            while (System.in.read() >= 0) {
                Thread.onSpinWait(); // until the parent ends
            }
            http.close();
            server.close();
        }
    }

    private static final class Echo implements Tool {
        @Override
        public ToolDescription description() {
            return new ToolDescription(
                    "echo",
                    "Echo",
                    "Echoes.",
                    List.of(Parameter.string("text", "What.").asRequired()),
                    ToolDescription.Effect.READ,
                    Map.of());
        }

        @Override
        public ToolAnswer call(Call call, Arguments arguments) {
            return new ToolAnswer(arguments.requiredString("text"), Map.of(), false);
        }
    }
}
