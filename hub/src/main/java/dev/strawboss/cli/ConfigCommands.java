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

/// `strawboss config`: looks at `config.yaml` and changes single keys of it.
final class ConfigCommands {
    private ConfigCommands() {}

    static CommandLine line(Session session) {
        CommandLine line = new CommandLine(new Listing(session));
        line.getCommandSpec()
                .name("config")
                .usageMessage()
                .description("Show and change the settings; comments in the file stay.");
        line.addSubcommand("list", new Listing(session));
        line.addSubcommand(new Change(session));
        line.addSubcommand(new Removal(session));
        line.addSubcommand(new Explanation(session));
        return line;
    }

    private static List<Map<?, ?>> rows(HubClient.Reply reply) {
        return reply.structured().get("config") instanceof List<?> rows
                ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    private static void print(Session session, HubClient.Reply reply, boolean json) {
        if (json) {
            session.print(reply, true, "config");
            return;
        }
        rows(reply)
                .forEach(row ->
                        session.out()
                                .println(
                                        row.get("name")
                                                + ": "
                                                + row.get("value")
                                                + "   ("
                                                + row.get("from")
                                                + ")"));
    }

    private static Map<String, Object> arguments(String action) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("what", "config");
        arguments.put("action", action);
        return arguments;
    }

    /// Lists.
    @Command(mixinStandardHelpOptions = true, description = "List all settings.")
    private static final class Listing implements Callable<Integer> {
        private final Session session;

        @Option(names = "--json", description = "One object per line.")
        private boolean json;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            print(session, session.call("setup", arguments("list")), json);
            return 0;
        }
    }

    /// Sets one.
    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description =
                    "Set a key in config.yaml, such as slots 8 or environment.HTTP_PROXY URL.")
    private static final class Change implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "KEY")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String key;

        @Parameters(index = "1", paramLabel = "VALUE")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String value;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Change(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("save");
            arguments.put("values", Map.of(key, value));
            print(session, session.call("setup", arguments), json);
            return 0;
        }
    }

    /// Takes one out.
    @Command(
            name = "unset",
            mixinStandardHelpOptions = true,
            description = "Take a key out of config.yaml, so that its default holds.")
    private static final class Removal implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "KEY")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String key;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Removal(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("remove");
            arguments.put("name", key);
            print(session, session.call("setup", arguments), json);
            return 0;
        }
    }

    /// Says why.
    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Say what holds for a key, and where that comes from.")
    private static final class Explanation implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "KEY")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String key;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Explanation(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("show");
            arguments.put("name", key);
            HubClient.Reply reply = session.call("setup", arguments);
            print(session, reply, json);
            if (!json) {
                rows(reply)
                        .forEach(row -> {
                            session.out().println(row.get("why"));
                            session.out().println(row.get("description"));
                        });
            }
            return 0;
        }
    }
}
