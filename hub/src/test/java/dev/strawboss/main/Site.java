package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.launcher.TestJvm;
import dev.strawboss.sandbox.Unconfined;
import dev.strawboss.store.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A home of its own with everything to run hubs and bridges for it as real processes.
final class Site implements AutoCloseable {
    final Home home;
    final Launch launch;
    final List<String> hubCommand;
    private final Path directory;
    private final List<Process> processes = new ArrayList<>();

    /// With [ScriptedHub].
    Site(Path directory) throws IOException {
        this(directory, "ScriptedHub", List.of());
    }

    /// @param hub the class in this package whose `main` is the hub's
    /// @param tracer a command that starts another; may be empty
    Site(Path directory, String hub, List<String> tracer) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.home = Home.of(directory);
        Unconfined.in(home.configuration());
        this.launch = new Launch(directory.resolve("launch"));
        List<String> command = new ArrayList<>(tracer);
        command.addAll(TestJvm.java("-Xmx256m", "dev.strawboss.main." + hub, "hub", "serve"));
        launch.write(command);
        command.addAll(List.of("--home", directory.toString()));
        this.hubCommand = List.copyOf(command);
    }

    /// With the real one.
    static Site real(Path directory) throws IOException {
        return new Site(directory, "Main", List.of());
    }

    /// With the real one, which dies as `armed` in [#crashes] says; see [dev.strawboss.crash].
    static Site mortal(Path directory) throws IOException {
        Site site = real(directory);
        Files.createDirectories(site.crashes());
        List<String> command = new ArrayList<>(site.hubCommand);
        command.subList(command.size() - 2, command.size()).clear(); // --home, which is added
        command.add(1, "-Dstrawboss.crash=" + site.crashes());
        site.launch.write(command);
        return site;
    }

    Path crashes() {
        return directory.resolve("crashes");
    }

    void configure(String yaml) {
        Unconfined.write(home.configuration(), yaml);
    }

    /// A client with a bridge of its own.
    Caller caller(String name) throws IOException {
        return new Caller(bridge(), name);
    }

    /// Kills the hub that runs, if one does, and returns when it is gone.
    void kill() throws IOException, InterruptedException {
        Optional<HubFile> hub = control().status();
        if (hub.isPresent()) {
            ProcessHandle.of(hub.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
            while (hub.get().alive()) {
                Thread.sleep(1);
            }
        }
    }

    /// What is in the store when no hub runs: the number of its jobs.
    int jobsInStore() {
        try (Database database = Database.open(home.state().resolve("strawboss.db"))) {
            return database.read(handle ->
                    handle.createQuery("select count(*) from jobs").mapTo(Integer.class).one());
        }
    }

    /// The directory of a job's attempt.
    Path attempt(String job, int number) {
        return home.state().resolve("jobs").resolve(job).resolve(Integer.toString(number));
    }

    HubControl control() {
        return new HubControl(home, launch);
    }

    HubStarter starter() {
        return new HubStarter(home, launch);
    }

    long hubPid() throws IOException {
        return control().status().map(HubFile::pid).orElse(0L);
    }

    List<String> bridgeCommand() {
        return TestJvm.java(
                "-Xmx160m",
                "dev.strawboss.bridge.Bridge",
                "--home",
                directory.toString(),
                "--hub-command",
                launch.file().toString());
    }

    /// Starts a bridge as a client does.
    Wire bridge(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(bridgeCommand());
        builder.environment().putAll(environment);
        builder.redirectError(directory.resolve("bridge.err").toFile());
        Process process = builder.start();
        processes.add(process);
        return new Wire(process.getInputStream(), process.getOutputStream(), process);
    }

    Wire bridge() throws IOException {
        return bridge(Map.of());
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        try {
            control().stop();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("stopping the hub");
        }
        Files.deleteIfExists(starter().stopMark());
    }
}
