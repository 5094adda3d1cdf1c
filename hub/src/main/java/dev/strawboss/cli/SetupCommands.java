package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss agents` and `strawboss projects`: the same actions on two kinds of entry.
final class SetupCommands {
    private SetupCommands() {}

    static CommandLine agents(Session session) {
        return line(
                new Entries(session, "agents"),
                "agents",
                "List agents; add, show and remove them.",
                session);
    }

    static CommandLine projects(Session session) {
        CommandLine line =
                line(
                        new Entries(session, "projects"),
                        "projects",
                        "List projects; add, show, move and remove them.",
                        session);
        line.addSubcommand(new Move(session));
        return line;
    }

    private static CommandLine line(
            Entries entries, String what, String description, Session session) {
        CommandLine line = new CommandLine(entries);
        line.getCommandSpec().name(what).usageMessage().description(description);
        line.addSubcommand(new Add(session, what));
        line.addSubcommand(new Show(session, what));
        line.addSubcommand(new Remove(session, what));
        return line;
    }

    /// Lists.
    @Command(mixinStandardHelpOptions = true)
    private static final class Entries implements Callable<Integer> {
        private final Session session;
        private final String what;

        @Option(names = "--json", description = "One object per line.")
        private boolean json;

        Entries(Session session, String what) {
            this.session = session;
            this.what = what;
        }

        @Override
        public Integer call() throws InterruptedException {
            print(session, what, session.call("setup", Map.of("what", what)), json);
            HubClient.Reply problems = session.call("setup", Map.of("what", "problems"));
            rows(problems, "problems")
                    .forEach(row ->
                            session.tell("in " + row.get("file") + ": " + row.get("problem")));
            return 0;
        }
    }

    /// Registers or changes one.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Register or change one: NAME KEY=VALUE..., such as path=. or cli=claude; lists with commas.")
    private static final class Add implements Callable<Integer> {
        private static final List<String> LISTS =
                List.of("tags", "suitable_for", "gate", "command", "large_command");
        private final Session session;
        private final String what;

        @Parameters(index = "0", paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Parameters(index = "1..*", paramLabel = "KEY=VALUE")
        private Map<String, String> values = new LinkedHashMap<>();

        @Option(
                names = "--env",
                paramLabel = "NAME=VALUE",
                description = "For an agent: a variable, NAME=VALUE; may be repeated.")
        private Map<String, String> environment = new LinkedHashMap<>();

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Add(Session session, String what) {
            this.session = session;
            this.what = what;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> fields = new LinkedHashMap<>();
            values.forEach((key, value) -> fields.put(key, field(key, value)));
            if (!environment.isEmpty()) {
                fields.put("environment", new LinkedHashMap<String, Object>(environment));
            }
            Map<String, Object> arguments = arguments(what, "save", name);
            arguments.put("values", fields);
            print(session, what, session.call("setup", arguments), json);
            return 0;
        }

        private Object field(String key, String value) {
            if (key.equals("path")) {
                return session.directory().resolve(Path.of(value)).normalize().toString();
            }
            if (key.equals("limit") && value.matches("[0-9]{1,9}")) {
                return Long.valueOf(value);
            }
            return LISTS.contains(key) ? List.of(value.split(",", -1)) : value;
        }
    }

    /// Shows one.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one.")
    private static final class Show implements Callable<Integer> {
        private final Session session;
        private final String what;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Show(Session session, String what) {
            this.session = session;
            this.what = what;
        }

        @Override
        public Integer call() throws InterruptedException {
            print(session, what, session.call("setup", arguments(what, "show", name)), json);
            return 0;
        }
    }

    /// Forgets one.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forget one.")
    private static final class Remove implements Callable<Integer> {
        private final Session session;
        private final String what;

        @Parameters(paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        Remove(Session session, String what) {
            this.session = session;
            this.what = what;
        }

        @Override
        public Integer call() throws InterruptedException {
            session.call("setup", arguments(what, "remove", name));
            session.tell("removed " + name);
            return 0;
        }
    }

    /// Changes the order.
    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = "Put a project at a place of the list.")
    private static final class Move implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "NAME")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Parameters(index = "1", paramLabel = "PLACE", description = "From 1.")
        private long place;

        Move(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = arguments("projects", "move", name);
            arguments.put("place", place);
            print(session, "projects", session.call("setup", arguments), false);
            return 0;
        }
    }

    private static Map<String, Object> arguments(String what, String action, String name) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("what", what);
        arguments.put("action", action);
        arguments.put("name", name);
        return arguments;
    }

    private static List<Map<?, ?>> rows(HubClient.Reply reply, String what) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (reply.structured().get(what) instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }

    private static void print(Session session, String what, HubClient.Reply reply, boolean json) {
        if (json) {
            session.print(reply, true, what);
            return;
        }
        List<Map<?, ?>> rows = rows(reply, what);
        for (Map<?, ?> row : rows) {
            session.out().println(row.get("name"));
            row.forEach((key, value) -> {
                if (!"name".equals(key)) {
                    session.out().println("  " + key + ": " + value);
                }
            });
        }
        if (rows.isEmpty()) {
            session.out().println("No " + what + " yet. See strawboss " + what + " add --help.");
        }
    }
}
