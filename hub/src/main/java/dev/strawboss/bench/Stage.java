package dev.strawboss.bench;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.store.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the measurements run on: a home of their own, and the installed distribution's own command
/// lines.
final class Stage implements AutoCloseable {
    /// The compilers of a bridge, and of a hub.
    private static final String C1 = "-XX:TieredStopAtLevel=1";

    private static final String C1_AND_C2 = "-XX:TieredStopAtLevel=4";

    private final Path distribution;
    private final Path directory;
    private boolean slotTaken;

    /// With a hub that has one slot.
    ///
    /// @param distribution the installed jars, AOT caches and `launch` files
    Stage(Path distribution) throws IOException {
        this(distribution, "slots: 1\n");
    }

    /// @param configuration the hub's `config.yaml`; what the sandbox costs is measured elsewhere
    Stage(Path distribution, String configuration) throws IOException {
        this.distribution = distribution;
        this.directory = Files.createTempDirectory("strawboss-bench");
        Files.createDirectories(home().state());
        Files.createDirectories(home().configuration().resolve("agents.d"));
        Files.writeString(
                home().configuration().resolve("config.yaml"), configuration + "sandbox: off\n");
        Files.writeString(
                home().configuration().resolve("agents.d/nobody.yaml"),
                "cli: custom\ncommand: [\"true\", \"{prompt}\"]\n");
        Path repository = Files.createDirectories(repository());
        execute(List.of("git", "init", "-q", repository.toString()));
        execute(
                List.of(
                        "git",
                        "-C",
                        repository.toString(),
                        "-c",
                        "user.name=bench",
                        "-c",
                        "user.email=bench@localhost",
                        "commit",
                        "-q",
                        "--allow-empty",
                        "-m",
                        "begin"));
    }

    Home home() {
        return Home.of(directory.resolve("home"));
    }

    Path repository() {
        return directory.resolve("repository");
    }

    /// Takes the one slot, so that what is accepted waits and its work is not measured.
    void takeSlot(StdioServer bridge) throws IOException {
        bridge.ask("run", run("sleep", "600"));
        slotTaken = true;
    }

    /// What `run` is asked.
    Map<String, Object> run(String... command) {
        return Map.of("command", List.of(command), "directory", repository().toString());
    }

    /// What `dispatch` is asked.
    Map<String, Object> dispatch() {
        return Map.of(
                "prompt",
                "Change the greeting.",
                "agent",
                "nobody",
                "directory",
                repository().toString());
    }

    /// @return nanoseconds from the start of a bridge to its answer
    long initialize() throws IOException {
        long begin = System.nanoTime();
        try (StdioServer bridge = bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            return System.nanoTime() - begin;
        }
    }

    /// Gives the store a history; before a hub runs.
    void fill(int jobs) {
        try (Database database = Database.open(home().state().resolve("strawboss.db"))) {
            StoreOfJobs.fill(database, jobs);
        }
    }

    StdioServer bridge() throws IOException {
        List<String> command =
                new ArrayList<>(Files.readAllLines(distribution.resolve("launch-bridge")));
        command.removeIf(word ->
                word.startsWith("-XX:AOTCache=")
                        && !Files.exists(Path.of(word.substring(word.indexOf('=') + 1))));
        command.addAll(List.of("--home", directory.resolve("home").toString()));
        return new StdioServer(command, directory.resolve("bridge.err"));
    }

    /// Runs the command line against the hub.
    void commandLine(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(Files.readAllLines(distribution.resolve("launch-cli")));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("STRAWBOSS_HOME", directory.resolve("home").toString());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", words) + " ended with status " + status);
        }
    }

    /// A token for HTTP.
    String token() throws IOException {
        try (StdioServer bridge = bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Map<?, ?> made =
                    bridge.ask(
                            "setup", Map.of("what", "tokens", "action", "save", "name", "bench"));
            Map<?, ?> row =
                    (Map<?, ?>) ((List<?>) Objects.requireNonNull(made.get("tokens"))).getFirst();
            return String.valueOf(row.get("token"));
        }
    }

    /// The bare bridge in front of the echo server, both under the JVM options of ours.
    StdioServer bareBridge(Path socket) throws IOException {
        return new StdioServer(
                java(C1, BareBridge.class, socket.toString()), directory.resolve("bare.err"));
    }

    Process echoServer(Path socket) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(java(C1_AND_C2, EchoServer.class, socket.toString()))
                        .inheritIO()
                        .start();
        while (!Files.exists(socket)) {
            Thread.sleep(5);
        }
        return process;
    }

    Path socket() {
        return directory.resolve("echo.sock");
    }

    HubFile hub() throws IOException {
        return HubFile.read(home().state())
                .orElseThrow(() -> new IOException("no hub runs in " + directory));
    }

    void stopHub() throws IOException {
        var hub = HubFile.read(home().state()).flatMap(file -> ProcessHandle.of(file.pid()));
        if (hub.isPresent() && hub.get().destroy()) {
            hub.get().onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    /// One 4 KB append and fdatasync on the file system of the store, the floor of every accept.
    Timings fdatasync(int count) throws IOException {
        Timings timings = new Timings(count);
        try (FileChannel file =
                FileChannel.open(
                        home().state().resolve("fdatasync"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                file.write(ByteBuffer.allocate(4_096));
                file.force(false);
                timings.add(System.nanoTime() - begin);
            }
        }
        return timings;
    }

    /// Resident memory of a process in MB (proc(5), smaps_rollup).
    static double residentMegabytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            if (line.startsWith("Rss:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1_024.0;
            }
        }
        throw new IOException("no Rss of " + pid);
    }

    /// As if it had crashed: what runs goes on.
    void killHub() throws IOException {
        ProcessHandle hub = ProcessHandle.of(hub().pid()).orElseThrow();
        hub.destroyForcibly();
        hub.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /// Of the database and its log.
    double storeMegabytes() throws IOException {
        long bytes = 0;
        for (String name : List.of("strawboss.db", "strawboss.db-wal")) {
            Path file = home().state().resolve(name);
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        return bytes / 1e6;
    }

    /// Processor time that the hub has used so far, and that of the runners that have ended, with
    /// all below them (proc(5): USER_HZ is 100).
    Used used() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + hub().pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new Used(
                10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12])),
                10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }

    /// @param hub ms
    /// @param runners ms
    record Used(long hub, long runners) {}

    @Override
    public void close() throws IOException {
        if (slotTaken) {
            giveSlotBack();
        }
        stopHub();
        execute(List.of("rm", "-rf", directory.toString()));
    }

    private void giveSlotBack() throws IOException {
        try (StdioServer bridge = bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            bridge.ask("control", Map.of("action", "pause", "everything", true));
            Map<String, Object> running = Map.of("state", List.of("running"), "limit", 50);
            List<String> ids = new ArrayList<>();
            for (Object job :
                    (List<?>) Objects.requireNonNull(bridge.ask("jobs", running).get("jobs"))) {
                ids.add(String.valueOf(((Map<?, ?>) job).get("job")));
            }
            bridge.ask("stop", Map.of("jobs", ids));
        }
    }

    /// The way in over HTTP alone, under the JVM options of a hub.
    Process echoHub(int port) throws IOException {
        Path own = directory.resolve("echo");
        return new ProcessBuilder(
                        java(C1_AND_C2, EchoHub.class, own.toString(), String.valueOf(port)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> java(String compilers, Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                compilers,
                                "-Xmx256m",
                                "-Xshare:auto",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void execute(List<String> command) throws IOException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
