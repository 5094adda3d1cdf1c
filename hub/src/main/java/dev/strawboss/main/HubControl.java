package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a person does to the hub: look, stop, start.
public final class HubControl {
    private static final Duration START = Duration.ofSeconds(5);
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final Duration KILL = Duration.ofSeconds(5);

    private final Home home;
    private final HubStarter starter;

    public HubControl(Home home, Launch launch) {
        this.home = home;
        this.starter = new HubStarter(home, launch);
    }

    /// What the running hub says of itself; empty if none runs.
    public Optional<HubFile> status() throws IOException {
        return HubFile.read(home.state()).filter(HubFile::alive);
    }

    /// Whether a person stopped it, so that nothing but [#start] starts it.
    public boolean stopped() {
        return Files.exists(starter.stopMark());
    }

    /// Leaves the mark, ends the hub and returns when it has ended.
    ///
    /// @return what ran; empty if none did
    public Optional<HubFile> stop() throws IOException, InterruptedException {
        HubStarter.makePrivate(home.state());
        Files.writeString(starter.stopMark(), "");
        Optional<HubFile> hub = status();
        if (hub.isPresent()) {
            end(hub.get());
        }
        return hub;
    }

    /// Takes the mark away and starts the hub unless it runs.
    public HubFile start() throws IOException, InterruptedException {
        allow();
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (SocketChannel channel = starter.connect()) {
                Optional<HubFile> hub = status();
                if (hub.isPresent()) {
                    return hub.get();
                }
                // a killed hub's socket can answer for a moment after its first thread has ended
                if (System.nanoTime() > end) {
                    throw new IOException("the hub ended at once: " + channel);
                }
            }
            Thread.sleep(5);
        }
    }

    /// Takes the mark away: the hub starts again when it is needed.
    public void allow() throws IOException {
        Files.deleteIfExists(starter.stopMark());
    }

    public Path log() {
        return starter.log();
    }

    private static void end(HubFile hub) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(hub.pid());
        process.ifPresent(ProcessHandle::destroy);
        if (!ended(hub, TERM)) {
            process.ifPresent(ProcessHandle::destroyForcibly);
            ended(hub, KILL);
        }
    }

    private static boolean ended(HubFile hub, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (hub.alive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}
