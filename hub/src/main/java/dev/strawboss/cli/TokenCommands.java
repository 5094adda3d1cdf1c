package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss token`: who may use the hub over HTTP.
final class TokenCommands {
    private TokenCommands() {}

    static CommandLine line(Session session) {
        CommandLine line = new CommandLine(new Listing(session));
        line.getCommandSpec()
                .name("token")
                .usageMessage()
                .description("Make, list and revoke tokens of clients that come over HTTP.");
        line.addSubcommand("list", new Listing(session));
        line.addSubcommand(new Creation(session));
        line.addSubcommand(new Revocation(session));
        return line;
    }

    private static Map<String, Object> arguments(String action) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("what", "tokens");
        arguments.put("action", action);
        return arguments;
    }

    private static List<Map<?, ?>> rows(HubClient.Reply reply) {
        return reply.structured().get("tokens") instanceof List<?> rows
                ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    /// Lists.
    @Command(mixinStandardHelpOptions = true, description = "List the tokens by name.")
    private static final class Listing implements Callable<Integer> {
        private final Session session;

        @Option(names = "--json", description = "One object per line.")
        private boolean json;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            HubClient.Reply reply = session.call("setup", arguments("list"));
            if (json) {
                session.print(reply, true, "tokens");
                return 0;
            }
            for (Map<?, ?> row : rows(reply)) {
                Object used = row.get("last_used");
                session.out()
                        .println(
                                "%-24s made %s, %s"
                                        .formatted(
                                                row.get("name"),
                                                row.get("created"),
                                                used == null ? "never used" : "last used " + used));
            }
            if (rows(reply).isEmpty()) {
                session.out().println("No tokens yet. Make one: strawboss token create NAME");
            }
            return 0;
        }
    }

    /// Makes one.
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Make a token and print it: once, for it is not kept.")
    private static final class Creation implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "NAME", description = "Of the client that gets it.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Creation(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("save");
            arguments.put("name", name);
            HubClient.Reply reply = session.call("setup", arguments);
            if (json) {
                session.print(reply, true, "tokens");
                return 0;
            }
            rows(reply).forEach(row -> session.out().println(row.get("token")));
            session.tell("this token is not shown again; send it as: Authorization: Bearer TOKEN");
            return 0;
        }
    }

    /// Revokes one.
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Let nobody in with a token any more, and end what is open with it.")
    private static final class Revocation implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        Revocation(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("remove");
            arguments.put("name", name);
            session.call("setup", arguments);
            session.tell("revoked " + name);
            return 0;
        }
    }
}
