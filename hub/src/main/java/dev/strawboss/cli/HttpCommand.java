package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss http on|off`: whether MCP clients may come over HTTP.
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Say whether clients can come over HTTP, and where.")
final class HttpCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    HttpCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        return print(status());
    }

    @Command(
            name = "on",
            mixinStandardHelpOptions = true,
            description = "Listen from now on; which port: strawboss config set http.port N.")
    int on() throws InterruptedException {
        return become(true);
    }

    @Command(name = "off", mixinStandardHelpOptions = true, description = "Listen no longer.")
    int off() throws InterruptedException {
        return become(false);
    }

    private int become(boolean on) throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("what", "config");
        arguments.put("action", "save");
        arguments.put("values", Map.of("http.enabled", on));
        session.call("setup", arguments);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<?, ?> status = status();
        // the hub looks at its configuration once a second
        while ("off".equals(status.get("state")) == on && System.nanoTime() < end) {
            Thread.sleep(50);
            status = status();
        }
        return print(status);
    }

    private Map<?, ?> status() throws InterruptedException {
        HubClient.Reply reply = session.call("setup", Map.of("what", "http"));
        return reply.structured().get("http") instanceof List<?> rows
                        && rows.getFirst() instanceof Map<?, ?> row
                ? row
                : Map.of();
    }

    private int print(Map<?, ?> status) {
        if ("problem".equals(status.get("state"))) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    String.valueOf(status.get("problem")),
                    String.valueOf(status.get("hint")));
        }
        if (json) {
            session.out().println(Json.write(status));
        } else if ("on".equals(status.get("state"))) {
            session.out().println("HTTP is on: " + status.get("url"));
            session.out().println("Clients need a token: strawboss token create NAME");
        } else {
            session.out().println("HTTP is off. Turn it on: strawboss http on");
        }
        return 0;
    }
}
