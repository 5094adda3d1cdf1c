package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A home of its own with everything to run hubs and bridges for it as real processes.
final class Site implements AutoCloseable {
    final Home home;
    final Launch launch;
    private final Path directory;
    private final List<Process> processes = new ArrayList<>();

    Site(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.home = Home.of(directory);
        this.launch = new Launch(directory.resolve("launch"));
        launch.write(
                List.of(
                        java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.strawboss.main.ScriptedHub",
                        "hub",
                        "serve"));
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
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
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

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
