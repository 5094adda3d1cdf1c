package dev.strawboss.upstream;

import dev.strawboss.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the official conformance suite starts as a client: does what a scenario wants to see.
final class ConformanceClient {
    private static final CallContext PLAIN = CallContext.alone(Duration.ofSeconds(20));

    private final Connected server;

    private ConformanceClient(Connected server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        Target target = new Target.Http(URI.create(args[args.length - 1]), Map.of(), false);
        Connected server = Peers.connect(target);
        ConformanceClient client = new ConformanceClient(server);
        client.run(System.getenv().getOrDefault("MCP_CONFORMANCE_SCENARIO", ""));
        server.connection().close();
        Thread.sleep(300); // for the end of the session
        System.exit(0);
    }

    private void run(String scenario) throws Exception {
        List<Map<String, Object>> tools = server.tools();
        switch (scenario) {
            case "initialize", "request-metadata", "json-schema-ref-no-deref" -> {}
            case "tools_call" -> call("add_numbers", Map.of("a", 5, "b", 3), PLAIN);
            case "sep-2322-client-request-state" -> rounds();
            case "http-standard-headers" -> standard(tools);
            case "http-custom-headers" -> custom();
            case "json-schema-2020-12-preservation" -> preserve(tools);
            case "http-invalid-tool-headers" -> each(tools, Map.of("region", "us"));
            default -> each(tools, Map.of());
        }
    }

    private void each(List<Map<String, Object>> tools, Map<String, Object> arguments)
            throws InterruptedException {
        for (Map<String, Object> tool : tools) {
            call(String.valueOf(tool.get("name")), arguments, accepting(() -> {}));
        }
    }

    /// Another call in the middle of one that asks.
    private void rounds() throws InterruptedException {
        CallContext asking = accepting(() -> call("test_mrtr_unrelated", Map.of(), PLAIN));
        for (String tool :
                List.of("test_mrtr_echo_state", "test_mrtr_no_state", "test_mrtr_no_result_type")) {
            call(tool, Map.of(), asking);
        }
    }

    private void standard(List<Map<String, Object>> tools) throws InterruptedException {
        each(tools, Map.of());
        for (Map<String, Object> resource : server.resources()) {
            expect(server.read(String.valueOf(resource.get("uri")), PLAIN, Connected.end(PLAIN)));
        }
        for (Map<String, Object> prompt : server.prompts()) {
            expect(
                    server.prompt(
                            String.valueOf(prompt.get("name")),
                            Map.of(),
                            PLAIN,
                            Connected.end(PLAIN)));
        }
    }

    private void custom() throws InterruptedException {
        Map<String, Object> context =
                Json.parseObject(System.getenv().getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}"));
        if (context.get("toolCalls") instanceof List<?> calls) {
            for (Object call : calls) {
                if (call instanceof Map<?, ?> map) {
                    call(String.valueOf(map.get("name")), Requests.object(map, "arguments"), PLAIN);
                }
            }
        }
    }

    private void preserve(List<Map<String, Object>> tools) throws InterruptedException {
        for (Map<String, Object> tool : tools) {
            if (!"json_schema_echo".equals(tool.get("name"))) {
                call("json_schema_echo", Map.of("schema", tool.get("inputSchema")), PLAIN);
            }
        }
    }

    private void call(String tool, Map<String, Object> arguments, CallContext context)
            throws InterruptedException {
        expect(server.call(tool, new LinkedHashMap<>(arguments), context));
    }

    private static void expect(Reply reply) {
        if (!(reply instanceof Reply.Result)) {
            throw new IllegalStateException(reply.toString());
        }
    }

    private interface Meanwhile {
        void run() throws InterruptedException;
    }

    /// Accepts a form as it is, having done something else first.
    private static CallContext accepting(Meanwhile meanwhile) {
        return new CallContext() {
            @Override
            public Duration patience() {
                return Duration.ofSeconds(20);
            }

            @Override
            public boolean elicits() {
                return true;
            }

            @Override
            public Optional<Map<String, Object>> elicit(Map<String, Object> params)
                    throws InterruptedException {
                meanwhile.run();
                return Optional.of(Map.of("action", "accept", "content", Map.of()));
            }
        };
    }
}
