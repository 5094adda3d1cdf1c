package dev.strawboss.main;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `strawboss upstreams add` is given.
final class UpstreamOptions {
    @Parameters(index = "0", paramLabel = "NAME")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String name;

    @Option(names = "--url", paramLabel = "URL", description = "Of a server on the network.")
    private String url = "";

    @Option(names = "--sse", description = "It speaks HTTP with SSE, as of 2024-11-05.")
    private boolean sse;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A variable, NAME=VALUE or NAME=secret:NAME; may be repeated.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--header",
            paramLabel = "NAME: VALUE",
            description =
                    "Sent with every request, such as \"X-Key: secret:NAME\"; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--cwd", paramLabel = "DIR", description = "Where the command runs.")
    private String directory = "";

    @Option(
            names = "--scope",
            paramLabel = "WHO",
            description = "shared, or client: each client has a process of its own.")
    private String scope = "";

    @Option(names = "--keep", description = "Do not stop it when nobody uses it.")
    private boolean keep;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "How long one request may take, such as 30s.")
    private String timeout = "";

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "For OAuth: of a client that is registered there by hand.")
    private String clientId = "";

    @Option(names = "--replace", description = "In place of one of this name.")
    boolean replace;

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "After --: a program that speaks MCP on its standard input and output.")
    private List<String> command = new ArrayList<>();

    Map<String, Object> entry() {
        if (command.isEmpty() == url.isEmpty()) {
            throw invalid(
                    command.isEmpty()
                            ? "A server has a command or a --url."
                            : "A server has either a command or a --url.");
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        if (url.isEmpty()) {
            entry.put("command", command.getFirst());
            entry.put("args", command.subList(1, command.size()));
        } else {
            entry.put("type", sse ? "sse" : "http");
            entry.put("url", url);
        }
        put(entry, "env", new LinkedHashMap<>(environment));
        put(entry, "headers", headers());
        put(entry, "cwd", directory);
        put(entry, "scope", scope);
        put(entry, "timeout", timeout);
        if (keep) {
            entry.put("keep", true);
        }
        put(entry, "oauth", clientId.isEmpty() ? Map.of() : Map.of("clientId", clientId));
        return entry;
    }

    private static void put(Map<String, Object> entry, String key, Object value) {
        if (!value.equals("") && !value.equals(Map.of())) {
            entry.put(key, value);
        }
    }

    private Map<String, Object> headers() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw invalid("A header is \"NAME: VALUE\".");
            }
            all.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return all;
    }

    private static StrawbossException invalid(String sentence) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT, sentence, "See strawboss upstreams add --help.");
    }
}
