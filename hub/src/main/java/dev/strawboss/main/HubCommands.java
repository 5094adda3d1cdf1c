package dev.strawboss.main;

import dev.strawboss.bridge.HubFile;
import dev.strawboss.cli.Session;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss hub start|stop|status|logs`.
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        description = "Start, stop or look at the hub, the daemon that owns all jobs.")
final class HubCommands implements Runnable {
    private static final int NOT_RUNNING = 3; // what `systemctl status` says of a unit that is down

    private final HubControl control;
    private final Session session;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    HubCommands(HubControl control, Session session) {
        this.control = control;
        this.session = session;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Start the hub, also after `hub stop`.")
    int start(@Option(names = "--json", description = "One object.") boolean json)
            throws IOException, InterruptedException {
        return print(Optional.of(control.start()), json);
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Stop the hub until `hub start`. Jobs go on and are taken up again then.")
    int stop() throws IOException, InterruptedException {
        boolean ran = control.stop().isPresent();
        session.out()
                .println(
                        (ran ? "The hub has stopped. " : "No hub ran. ")
                                + "Running jobs go on; `strawboss hub start` takes them up again.");
        return 0;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Say whether the hub runs, and where.")
    int status(@Option(names = "--json", description = "One object.") boolean json)
            throws IOException {
        return print(control.status(), json);
    }

    @Command(
            name = "logs",
            mixinStandardHelpOptions = true,
            description = "Print the hub's own log.")
    int logs() throws IOException {
        if (Files.exists(control.log())) {
            session.out()
                    .print(new String(Files.readAllBytes(control.log()), StandardCharsets.UTF_8));
        }
        session.tell("that was " + control.log());
        return 0;
    }

    private int print(Optional<HubFile> hub, boolean json) {
        if (json) {
            session.out().println(Json.write(object(hub)));
        } else if (hub.isPresent()) {
            session.out()
                    .println(
                            "The hub runs: pid "
                                    + hub.get().pid()
                                    + ", version "
                                    + hub.get().version()
                                    + ", home "
                                    + hub.get().home()
                                    + ".");
        } else {
            session.out()
                    .println(
                            control.stopped()
                                    ? "The hub is stopped. Start it with: strawboss hub start"
                                    : "The hub does not run. It starts by itself when it is needed.");
        }
        return hub.isPresent() ? 0 : NOT_RUNNING;
    }

    private static Map<String, Object> object(Optional<HubFile> hub) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name : List.of("pid", "version", "socket", "home")) {
            object.put(name, value(hub, name));
        }
        return object;
    }

    @SuppressWarnings("NullAway") // JSON has null
    private static Object value(Optional<HubFile> hub, String name) {
        return hub.map(file ->
                        (Object)
                                switch (name) {
                                    case "pid" -> file.pid();
                                    case "version" -> file.version();
                                    case "socket" -> file.socket().toString();
                                    default -> file.home();
                                })
                .orElse(null);
    }
}
