package dev.strawboss.upstream;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be asked of a server that has said who it is.
final class Connected {
    private static final Logger LOG = LoggerFactory.getLogger(Connected.class);
    private static final int HEADER_MISMATCH = -32020;

    private final String name;
    private final Connection connection;
    private final Identity identity;
    private final boolean mirrors;
    private final Duration patience;
    private volatile Map<String, ParameterHeaders> headers = Map.of();

    /// @param mirrors whether parameters are repeated in headers
    /// @param patience with lists
    Connected(
            String name,
            Connection connection,
            Identity identity,
            boolean mirrors,
            Duration patience) {
        this.name = name;
        this.connection = connection;
        this.identity = identity;
        this.mirrors = mirrors;
        this.patience = patience;
    }

    Identity identity() {
        return identity;
    }

    Connection connection() {
        return connection;
    }

    /// Over HTTP without those whose headers are not as they must be.
    List<Map<String, Object>> tools() throws InterruptedException {
        List<Map<String, Object>> all = list("tools", "tools/list", "tools");
        if (!mirrors) {
            return all;
        }
        Map<String, ParameterHeaders> found = new HashMap<>();
        List<Map<String, Object>> sound =
                all.stream()
                        .filter(tool -> {
                            Optional<ParameterHeaders> its = ParameterHeaders.of(tool);
                            Object called = String.valueOf(tool.get("name"));
                            its.ifPresentOrElse(
                                    headersOf -> found.put((String) called, headersOf),
                                    () -> refuse(called));
                            return its.isPresent();
                        })
                        .toList();
        headers = found;
        return sound;
    }

    List<Map<String, Object>> resources() throws InterruptedException {
        return list("resources", "resources/list", "resources");
    }

    List<Map<String, Object>> resourceTemplates() throws InterruptedException {
        return list("resources", "resources/templates/list", "resourceTemplates");
    }

    List<Map<String, Object>> prompts() throws InterruptedException {
        return list("prompts", "prompts/list", "prompts");
    }

    Reply call(String tool, Map<String, Object> arguments, CallContext context)
            throws InterruptedException {
        return call(tool, arguments, context, end(context));
    }

    /// @param end of [System#nanoTime], as in all that follow
    Reply call(String tool, Map<String, Object> arguments, CallContext context, long end)
            throws InterruptedException {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("name", tool);
        params.put("arguments", arguments);
        if (!mirrors) {
            return rounds("tools/call", params, Map.of(), context, end);
        }
        if (!headers.containsKey(tool)) {
            tools();
        }
        Reply reply = rounds("tools/call", params, mirrored(tool, arguments), context, end);
        if (reply instanceof Reply.Refused refused && refused.code() == HEADER_MISMATCH) {
            tools(); // its schema may have changed
            return rounds("tools/call", params, mirrored(tool, arguments), context, end);
        }
        return reply;
    }

    Reply read(String uri, CallContext context, long end) throws InterruptedException {
        return rounds("resources/read", params("uri", uri), Map.of(), context, end);
    }

    Reply prompt(String prompt, Map<String, String> arguments, CallContext context, long end)
            throws InterruptedException {
        Map<String, Object> params = params("name", prompt);
        if (!arguments.isEmpty()) {
            params.put("arguments", arguments);
        }
        return rounds("prompts/get", params, Map.of(), context, end);
    }

    Reply complete(Map<String, Object> params, CallContext context, long end)
            throws InterruptedException {
        return connection.request("completion/complete", params, Map.of(), context, end);
    }

    private Reply rounds(
            String method,
            Map<String, Object> params,
            Map<String, String> with,
            CallContext context,
            long end)
            throws InterruptedException {
        return identity.era() == Identity.Era.MODERN
                ? new Rounds(connection, method, context, end).run(params, with)
                : connection.request(method, params, with, context, end);
    }

    private Map<String, String> mirrored(String tool, Map<String, Object> arguments) {
        return headers.getOrDefault(tool, ParameterHeaders.NONE).with(arguments);
    }

    private List<Map<String, Object>> list(String capability, String method, String member)
            throws InterruptedException {
        return identity.offers(capability)
                ? Lists.all(
                        connection,
                        method,
                        member,
                        CallContext.alone(patience),
                        System.nanoTime() + patience.toNanos())
                : List.of();
    }

    private void refuse(Object tool) {
        LOG.atWarn()
                .addKeyValue("server", name)
                .addKeyValue("tool", tool)
                .log("a tool is left out: its x-mcp-header is not as it must be");
    }

    private static Map<String, Object> params(String name, Object value) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(name, value);
        return params;
    }

    static long end(CallContext context) {
        return System.nanoTime() + context.patience().toNanos();
    }
}
