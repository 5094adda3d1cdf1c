package dev.strawboss.main;

import dev.strawboss.backup.Backup;
import dev.strawboss.bench.BenchCommand;
import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.bridge.OwnAttempt;
import dev.strawboss.cli.AskCommand;
import dev.strawboss.cli.Cli;
import dev.strawboss.cli.Session;
import dev.strawboss.client.HubClient;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Keyring;
import dev.strawboss.crash.CrashDirectory;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.demo.DemoCommand;
import dev.strawboss.egress.Addresses;
import dev.strawboss.install.ImportServersCommand;
import dev.strawboss.install.InstallCommand;
import dev.strawboss.install.UninstallCommand;
import dev.strawboss.oauth.OAuth;
import dev.strawboss.secrets.Keyrings;
import dev.strawboss.servers.Servers;
import dev.strawboss.torture.TortureCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// The entry of the hub's process and of the command line. Only here the environment is read.
public final class Main {
    private static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> words = List.of(args);
        if (words.size() >= 2 && words.subList(0, 2).equals(List.of("hub", "serve"))) {
            Optional.ofNullable(System.getProperty("strawboss.crash"))
                    .map(directory -> new CrashDirectory(Path.of(directory)))
                    .ifPresent(CrashPoint::arm);
            String[] options = Arrays.copyOfRange(args, 2, args.length);
            System.exit(
                    Serve.run(
                            options,
                            VERSION,
                            (home, closing) -> {
                                Map<String, String> environment = System.getenv();
                                return Features.start(
                                        home, closing, environment, keyring(home, environment));
                            }));
        }
        System.exit(commandLine(args, System.getenv()));
    }

    private static int commandLine(String[] args, Map<String, String> environment) {
        Path userHome = Path.of(System.getProperty("user.home"));
        Home home = Home.find(environment, userHome);
        Launch launch = Launch.besideTheJar();
        Session session = session(home, launch);
        Clock clock = Clock.systemUTC();
        Configuration configuration =
                new Configuration(home.configuration(), List.of(), keyring(home, environment));
        Servers servers = servers(home, configuration, environment);
        HubControl control = new HubControl(home, launch);
        int status =
                Cli.execute(
                        args,
                        session,
                        VERSION,
                        List.of(
                                new HubCommands(control, session),
                                new SandboxCommand(session),
                                ask(environment, userHome, launch),
                                new BackupCommand(new Backup(home, VERSION), session, clock),
                                new RestoreCommand(home, control, session, clock),
                                new SecretCommands(
                                        configuration, session, SecretCommands::terminal),
                                upstreams(servers, configuration, session, clock),
                                new ImportServersCommand(
                                        environment,
                                        userHome,
                                        home,
                                        launch,
                                        servers,
                                        configuration,
                                        clock),
                                new InstallCommand(environment, userHome, launch, clock),
                                new UninstallCommand(environment, userHome, clock),
                                new DemoCommand(environment, userHome, launch, VERSION),
                                new BenchCommand(),
                                new TortureCommand(environment, clock)));
        session.out().flush();
        session.err().flush();
        return status;
    }

    private static Keyring keyring(Home home, Map<String, String> environment) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return Keyrings.here(home.configuration(), environment, mac);
    }

    private static Servers servers(
            Home home, Configuration configuration, Map<String, String> environment) {
        return new Servers(
                home.configuration(),
                () -> HubEnvironment.of(home, configuration, environment),
                configuration::secret);
    }

    private static CommandLine upstreams(
            Servers servers, Configuration configuration, Session session, Clock clock) {
        OAuth oauth = new OAuth(servers, configuration, Addresses.ofTheSystem(), clock);
        return UpstreamCommands.line(
                new UpstreamCommands(servers, oauth, configuration, session),
                new UpstreamTestCommand(servers, oauth, session, VERSION, clock),
                new LoginCommand(servers, oauth, session));
    }

    /// The hub of the job in which this process runs, whatever else the environment says.
    private static AskCommand ask(Map<String, String> environment, Path userHome, Launch launch) {
        Optional<OwnAttempt> own = OwnAttempt.find(environment);
        Home home = own.flatMap(OwnAttempt::home).orElse(Home.find(environment, userHome));
        return new AskCommand(session(home, launch), () -> own.map(OwnAttempt::name));
    }

    private static Session session(Home home, Launch launch) {
        return new Session(
                () -> new HubClient(new HubStarter(home, launch), "cli", VERSION),
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Path.of("").toAbsolutePath());
    }

    /// Output is UTF-8 whatever the locale says: under `env -i` Java would write question marks.
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
