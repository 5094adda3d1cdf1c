package dev.strawboss.main;

import dev.strawboss.cli.Session;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.oauth.OAuth;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.Identity;
import dev.strawboss.upstream.Upstream;
import dev.strawboss.upstream.Upstreams;
import dev.strawboss.upstream.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss upstreams test`: a connection of its own, beside the hub's, so that what is tried is
/// what the file says now.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Connect to one, list its tools, and say what is wrong.")
final class UpstreamTestCommand implements Callable<Integer> {
    private final Servers servers;
    private final OAuth oauth;
    private final Session session;
    private final String version;
    private final Clock clock;

    @Parameters(paramLabel = "NAME")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    UpstreamTestCommand(
            Servers servers, OAuth oauth, Session session, String version, Clock clock) {
        this.servers = servers;
        this.oauth = oauth;
        this.session = session;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Server server = servers.server(name);
        Path scratch = Files.createTempDirectory("strawboss-test");
        try (Upstreams upstreams = new Upstreams(scratch, version, clock, Watcher.NOBODY)) {
            upstreams.configure(Map.of(name, UpstreamCommands.setup(servers, oauth, server)));
            try {
                print(server, upstreams.of(name, ""));
            } catch (StrawbossException failed) {
                throw explained(failed);
            }
            return 0;
        } finally {
            delete(scratch);
        }
    }

    private void print(Server server, Upstream upstream) throws InterruptedException {
        Identity identity = upstream.identity();
        List<String> tools =
                upstream.tools().stream().map(tool -> String.valueOf(tool.get("name"))).toList();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", name);
            object.put("server", identity.name());
            object.put("version", identity.version());
            object.put("revision", identity.revision());
            object.put("era", identity.era().name().toLowerCase(Locale.ROOT));
            object.put("tools", tools);
            session.out().println(Json.write(object));
            return;
        }
        session.out()
                .println(
                        name
                                + " answers: "
                                + shown(identity.name())
                                + " "
                                + shown(identity.version())
                                + ", MCP "
                                + shown(identity.revision())
                                + ", "
                                + tools.size()
                                + (tools.size() == 1 ? " tool" : " tools"));
        for (String tool : tools) {
            session.out().println("  " + shown(tool) + (server.tools().on(tool) ? "" : "  (off)"));
        }
    }

    /// What stands in the way of a login is a person's to do.
    private StrawbossException explained(StrawbossException failed) {
        OAuth.Standing standing = oauth.standing(name);
        return standing == OAuth.Standing.WANTS_MORE || standing == OAuth.Standing.EXPIRED
                ? new StrawbossException(
                        ErrorCode.UPSTREAM_FAILED,
                        name + " needs a login.",
                        "strawboss upstreams login " + name,
                        failed)
                : failed;
    }

    private static String shown(String text) {
        return Shown.text(text, 120);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
