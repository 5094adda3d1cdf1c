package dev.strawboss.launcher;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.cli.Cli;
import dev.strawboss.cli.Session;
import dev.strawboss.client.HubClient;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.main.Main;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a hub and command lines do, in one JVM, from which the AOT cache of the tests is made.
final class Training {
    private static final List<List<String>> LINES =
            List.of(
                    List.of("run", "--wait", "--", "true"),
                    List.of("jobs"),
                    List.of("jobs", "--json"),
                    List.of("why", "none"));

    private Training() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Home home = Home.of(directory);
        Threads.platform("hub", () -> serve(arguments[0]));
        awaitHub(home);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        HubStarter starter = new HubStarter(home, new Launch(directory.resolve("launch")));
        Session session =
                new Session(
                        () -> new HubClient(starter, "cli", "training"),
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        directory);
        for (List<String> line : LINES) {
            Cli.execute(line.toArray(String[]::new), session, "training", List.of());
        }
        System.exit(0);
    }

    private static void serve(String home) {
        try {
            Main.main(new String[] {"hub", "serve", "--home", home});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitHub(Home home) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (HubFile.read(home.state()).isEmpty()) {
            if (System.nanoTime() > end) {
                System.exit(1);
            }
            Thread.sleep(10);
        }
    }
}
