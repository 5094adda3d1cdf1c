package dev.strawboss.demo;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.client.HubClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `strawboss demo`: shows what Strawboss does, on a project made for it.
@Command(
        name = "demo",
        description = "Delegate a small real change in a throw-away project, and look at it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Path userHome;
    private final Launch launch;
    private final String version;

    @Option(
            names = "--scripted",
            description = "Let a script do the work, even if an agent is at hand.")
    private boolean scripted;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// @param launch of the installed distribution this runs from
    /// @param version ours
    public DemoCommand(
            Map<String, String> environment, Path userHome, Launch launch, String version) {
        this.environment = environment;
        this.userHome = userHome;
        this.launch = launch;
        this.version = version;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find(environment, userHome);
        Optional<DemoWorker> real =
                scripted ? Optional.empty() : DemoWorker.real(environment, personal());
        String launcher = environment.getOrDefault("STRAWBOSS_LAUNCHER", "strawboss");
        try (HubClient hub = new HubClient(new HubStarter(home, launch), "demo", version)) {
            Demo demo = new Demo(hub, home, environment, launcher, out);
            return demo.run(real) ? 0 : 1;
        }
    }

    private Path personal() {
        String home = environment.getOrDefault("HOME", "");
        return home.startsWith("/") ? Path.of(home) : userHome;
    }
}
