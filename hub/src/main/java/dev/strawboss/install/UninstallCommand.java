package dev.strawboss.install;

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

/// `strawboss uninstall`: takes Strawboss out of the coding agents again.
@Command(
        name = "uninstall",
        description = "Take Strawboss out of claude, codex, gemini and opencode again.",
        mixinStandardHelpOptions = true)
public final class UninstallCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Path userHome;
    private final Clock clock;

    @Parameters(
            paramLabel = "CLIENT",
            arity = "0..*",
            description =
                    "claude, codex, gemini or opencode; without it all that are installed here.")
    private List<String> clients = new ArrayList<>();

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Spec private @Nullable CommandSpec spec;

    public UninstallCommand(Map<String, String> environment, Path userHome, Clock clock) {
        this.environment = environment;
        this.userHome = userHome;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installer installer = new Installer(environment, userHome, clock);
        ReceiptText text = ReceiptText.of(spec);
        for (String client : clients.isEmpty() ? installer.requirePresent() : clients) {
            text.print(installer.uninstall(client, dryRun));
        }
        return 0;
    }
}
