package dev.strawboss.install;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `strawboss install`: tells the coding agents on this machine about Strawboss.
@Command(
        name = "install",
        description = "Register Strawboss with claude, codex, gemini and opencode.",
        mixinStandardHelpOptions = true)
public final class InstallCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Path userHome;
    private final Launch launch;
    private final Clock clock;

    @Parameters(
            paramLabel = "CLIENT",
            arity = "0..*",
            description =
                    "claude, codex, gemini or opencode; without it all that are installed here.")
    private List<String> clients = new ArrayList<>();

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Use the hub that keeps everything in DIR.")
    private @Nullable Path home;

    @Spec private @Nullable CommandSpec spec;

    /// @param launch of the installed distribution this runs from
    public InstallCommand(
            Map<String, String> environment, Path userHome, Launch launch, Clock clock) {
        this.environment = environment;
        this.userHome = userHome;
        this.launch = launch;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installer installer = new Installer(environment, userHome, clock);
        Home hub = home == null ? Home.find(environment, userHome) : Home.of(home);
        List<String> bridge = Registration.command(launch, hub);
        ReceiptText text = ReceiptText.of(spec);
        List<String> chosen = clients.isEmpty() ? installer.requirePresent() : clients;
        List<String> changed = new ArrayList<>();
        for (String client : chosen) {
            Receipt receipt = installer.install(client, bridge, dryRun);
            text.print(receipt);
            if (receipt instanceof Receipt.Changed) {
                changed.add(client);
            }
        }
        if (!changed.isEmpty()) {
            text.next(changed);
        }
        return 0;
    }
}
