package dev.strawboss.main;

import dev.strawboss.cli.Session;
import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.oauth.OAuth;
import dev.strawboss.servers.Configured;
import dev.strawboss.servers.KeptSecrets;
import dev.strawboss.servers.Link;
import dev.strawboss.servers.Literals;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.Setup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss upstreams list|add|remove|login|logout`. Works on the files themselves: the hub sees
/// what changed, and a secret goes through no hub.
@Command(
        name = "upstreams",
        mixinStandardHelpOptions = true,
        description = "Add, list and try the MCP servers behind this one; log in at them.")
final class UpstreamCommands implements Runnable {
    private final Servers servers;
    private final OAuth oauth;
    private final Configuration configuration;
    private final Session session;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    UpstreamCommands(Servers servers, OAuth oauth, Configuration configuration, Session session) {
        this.servers = servers;
        this.oauth = oauth;
        this.configuration = configuration;
        this.session = session;
    }

    /// With what else there is to type below it.
    static CommandLine line(
            UpstreamCommands commands, UpstreamTestCommand test, LoginCommand login) {
        CommandLine line = new CommandLine(commands);
        line.addSubcommand(test);
        line.addSubcommand(login);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List them, and what is wrong with the file or with one of them.")
    int list(@Option(names = "--json", description = "One object per line.") boolean json) {
        Configured now = servers.now();
        for (Server server : now.servers()) {
            Map<String, Object> row = row(server);
            session.out().println(json ? Json.write(row) : text(row));
        }
        for (Configured.Wrong wrong : now.wrong()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", wrong.name());
            row.put("state", "wrong");
            row.put("problem", wrong.sentence());
            row.put("hint", wrong.hint());
            session.out().println(json ? Json.write(row) : text(row));
        }
        now.notes().forEach(session::tell);
        now.problem().ifPresent(problem -> session.tell(problem.sentence() + " " + problem.hint()));
        if (now.servers().isEmpty() && now.wrong().isEmpty() && !json) {
            session.out().println("None yet. Add one: strawboss upstreams add NAME -- COMMAND...");
        }
        return now.problem().isEmpty() ? 0 : ErrorCode.CONFIGURATION.exitStatus();
    }

    private Map<String, Object> row(Server server) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", server.name());
        String problem = "";
        String hint = "";
        String where = "";
        try {
            where = servers.target(server).toString();
        } catch (StrawbossException missing) {
            problem = String.valueOf(missing.getMessage());
            hint = missing.hint();
        }
        String state = server.enabled() ? "on" : "off";
        try {
            OAuth.Standing standing = oauth.standing(server.name());
            if (standing == OAuth.Standing.EXPIRED || standing == OAuth.Standing.WANTS_MORE) {
                state = "needs login";
                hint = "strawboss upstreams login " + server.name();
            } else if (standing == OAuth.Standing.GOOD) {
                row.put("login", "good");
            }
        } catch (StrawbossException unreadable) {
            problem = String.valueOf(unreadable.getMessage());
            hint = unreadable.hint();
        }
        row.put("state", problem.isEmpty() ? state : "wrong");
        row.put("transport", transport(server.link()));
        row.put("where", where);
        row.put("scope", server.running().scope().name().toLowerCase(Locale.ROOT));
        if (!problem.isEmpty()) {
            row.put("problem", problem);
        }
        if (!hint.isEmpty()) {
            row.put("hint", hint);
        }
        return row;
    }

    private static String transport(Link link) {
        return switch (link) {
            case Link.Local _ -> "stdio";
            case Link.Remote remote -> remote.sse() ? "sse" : "http";
        };
    }

    private static String text(Map<String, Object> row) {
        StringBuilder text = new StringBuilder();
        text.append(row.get("name")).append("  ").append(row.get("state"));
        row.forEach((key, value) -> {
            if (!List.of("name", "state", "problem", "hint").contains(key) && !"".equals(value)) {
                text.append("  ").append(value);
            }
        });
        for (String key : List.of("problem", "hint")) {
            if (row.containsKey(key)) {
                text.append(System.lineSeparator()).append("  ").append(row.get(key));
            }
        }
        return text.toString();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Add one: NAME -- COMMAND..., or NAME --url URL.")
    int add(@CommandLine.Mixin UpstreamOptions given) {
        String name = given.name;
        KeptSecrets kept = new KeptSecrets(configuration, false);
        Map<String, Object> entry = Literals.kept(name, given.entry(), kept);
        try {
            servers.save(name, entry, given.replace);
        } catch (StrawbossException refused) {
            kept.names().forEach(configuration::removeSecret);
            throw refused;
        }
        kept.names()
                .forEach(secret ->
                        session.tell(
                                "kept a value as the secret "
                                        + secret
                                        + "; it stood in the command line, where others may have"
                                        + " seen it: next time, NAME=secret:"
                                        + secret));
        session.tell("added " + name + " to " + servers.file());
        row(servers.server(name))
                .forEach((key, value) -> {
                    if (key.equals("problem") || key.equals("hint")) {
                        session.tell(String.valueOf(value));
                    }
                });
        return 0;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forget one.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        if (!servers.remove(name)) {
            var _ = servers.server(name); // says that there is none, and which one is near
        }
        if (oauth.logout(name)) {
            session.tell("logged out of " + name);
        }
        session.tell("removed " + name);
        return 0;
    }

    @Command(
            name = "logout",
            mixinStandardHelpOptions = true,
            description = "Forget the login at one.")
    int logout(@Parameters(paramLabel = "NAME") String name) {
        session.tell(
                oauth.logout(name) ? "logged out of " + name : "there was no login at " + name);
        return 0;
    }

    /// How it is to be connected to.
    static Setup setup(Servers servers, OAuth oauth, Server server) {
        Server.Limits limits = server.limits();
        return new Setup(
                servers.target(server),
                server.running().scope(),
                server.running().keep(),
                limits.start().isZero() ? Setup.START : limits.start(),
                limits.timeout().isZero() ? Setup.PATIENCE : limits.timeout(),
                oauth.authorization(server));
    }
}
