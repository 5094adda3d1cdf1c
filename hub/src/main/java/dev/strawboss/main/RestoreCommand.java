package dev.strawboss.main;

import dev.strawboss.backup.Restore;
import dev.strawboss.bridge.Home;
import dev.strawboss.cli.Session;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss restore FILE`.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Put a backup in place of what is there, which is kept aside.")
final class RestoreCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Home home;
    private final HubControl control;
    private final Session session;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "A backup, or a store alone.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--yes", description = "Stop the hub without asking.")
    private boolean yes;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    RestoreCommand(Home home, HubControl control, Session session, Clock clock) {
        this.home = home;
        this.control = control;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Restore restore = new Restore(home, session.directory().resolve(file).normalize())) {
            boolean runs = control.status().isPresent();
            if (runs && !yes && !agreed()) {
                session.tell("nothing was changed");
                return ErrorCode.CANCELLED.exitStatus();
            }
            boolean stopped = control.stopped();
            control.stop(); // also where none runs: nobody shall start one meanwhile
            Restore.Done done = apply(restore);
            if (runs) {
                control.start();
            } else if (!stopped) {
                control.allow();
            }
            print(done, runs);
            return 0;
        }
    }

    private Restore.Done apply(Restore restore) throws IOException {
        Optional<StateDirectory> held =
                StateDirectory.take(
                        home.state(), StateDirectory.machine(), StateDirectory.mounts());
        if (held.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "A hub still runs in " + home.state() + ".",
                    "Stop it, then try again: strawboss hub stop");
        }
        try (StateDirectory _ = held.get()) {
            return restore.apply(clock.instant());
        }
    }

    private boolean agreed() throws IOException {
        session.err()
                .print("The hub runs. Running jobs go on, but it has to stop for this. Stop it? ");
        session.err().flush();
        String answer =
                new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))
                        .readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void print(Restore.Done done, boolean runs) {
        List<String> newer = done.newer();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("aside", done.aside().toString());
            object.put("newer", newer);
            session.out().println(Json.write(object));
            return;
        }
        session.out()
                .println(
                        "Restored. What was there is kept in "
                                + done.aside()
                                + (runs
                                        ? ". The hub runs again."
                                        : ". The hub starts when it is needed."));
        if (!newer.isEmpty()) {
            List<String> shown = newer.subList(0, Math.min(SHOWN, newer.size()));
            session.out()
                    .println(
                            newer.size()
                                    + " job(s) are newer than the backup; what they left is kept in "
                                    + home.state().resolve("jobs")
                                    + ": "
                                    + String.join(" ", shown)
                                    + (shown.size() < newer.size() ? " …" : ""));
        }
    }
}
