package dev.strawboss.install;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.Launch;
import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.servers.Servers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `strawboss import-servers`: one entry instead of many.
@Command(
        name = "import-servers",
        description =
                "Take a client's MCP servers over, so that Strawboss is its only one and they stand behind it.",
        mixinStandardHelpOptions = true)
public final class ImportServersCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Path userHome;
    private final Home home;
    private final Launch launch;
    private final Servers servers;
    private final Configuration configuration;
    private final Clock clock;

    @Parameters(
            paramLabel = "CLIENT|FILE",
            description =
                    "claude, codex, gemini, opencode, cursor, vscode, windsurf; or a file in the form of any of"
                            + " them, or a server.json of the MCP registry, which is only read.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String source;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--undo",
            description = "Put the client's file back as it was, and forget its servers here.")
    private boolean undo;

    @Spec private @Nullable CommandSpec spec;

    public ImportServersCommand(
            Map<String, String> environment,
            Path userHome,
            Home home,
            Launch launch,
            Servers servers,
            Configuration configuration,
            Clock clock) {
        this.environment = environment;
        this.userHome = userHome;
        this.home = home;
        this.launch = launch;
        this.servers = servers;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        PrintWriter out = spec.commandLine().getOut();
        ServerImport work =
                new ServerImport(
                        new Installer(environment, userHome, clock), servers, configuration, clock);
        if (undo) {
            List<String> kept = work.undo(source);
            out.println(source + " has its servers back, and its file as it was.");
            kept.forEach(out::println);
        } else if (work.clients().contains(source)) {
            if (!dryRun) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "Strawboss does not show the tools of other servers to its clients yet, so "
                                + source
                                + " would be left without them.",
                        "Look what would be taken over with --dry-run, or copy a file's servers:"
                                + " strawboss import-servers FILE");
            }
            print(out, work.take(source, Registration.command(launch, home), dryRun));
        } else {
            print(out, work.copy(Path.of(source).toAbsolutePath(), dryRun));
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, ServerImport.Outcome outcome) {
        out.println((dryRun ? "would take over from " : "taken over from ") + outcome.file() + ":");
        outcome.taken()
                .forEach((there, here) ->
                        out.println("  " + here + (here.equals(there) ? "" : "  (" + there + ")")));
        if (outcome.taken().isEmpty()) {
            out.println("  nothing: there is no other server in it that can be used");
        }
        outcome.refused().forEach((_, sentence) -> out.println("stays where it is: " + sentence));
        if (!outcome.secrets().isEmpty()) {
            out.println(
                    (dryRun ? "would keep as secrets: " : "kept as secrets: ")
                            + String.join(", ", outcome.secrets()));
        }
        outcome.left()
                .forEach(name ->
                        out.println("stands in servers.json as it is: the value for " + name));
        outcome.backup()
                .ifPresent(backup -> {
                    out.println("the file as it was: " + backup);
                    out.println("to go back: strawboss import-servers " + source + " --undo");
                });
    }
}
