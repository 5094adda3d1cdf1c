package dev.strawboss.bridge;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Connects to the hub of a home, and starts it first if nobody runs it. Of several processes that
/// do so at once a file lock lets one start it.
public final class HubStarter {
    /// The exit status of a hub that found another one in charge (EX_TEMPFAIL of sysexits(3)).
    public static final int ANOTHER_HUB = 75;

    /// What a starting hub may end with that starting it again can mend: 128 + KILL, 128 + TERM.
    private static final List<Integer> AGAIN = List.of(ANOTHER_HUB, 137, 143);

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long SHORTEST_PAUSE_NANOS = 50_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000_000L;
    private static final long LOG_LIMIT = 10L << 20;
    private static final int LOG_TAIL = 2_000;
    private static final long FULL = 64L << 10;

    /// By state directory: within a process a file lock keeps nobody out.
    private static final Map<Path, Object> ONE_AT_A_TIME = new ConcurrentHashMap<>();

    private final Home home;
    private final Launch launch;

    public HubStarter(Home home, Launch launch) {
        this.home = home;
        this.launch = launch;
    }

    /// @throws HubUnavailable if a person stopped the hub, or it does not come up
    public SocketChannel connect() throws IOException, InterruptedException {
        SocketChannel channel = connectToRunning();
        if (channel != null) {
            return channel;
        }
        refuseIfStopped();
        if (isOurOwnJob()) {
            return awaitAnother();
        }
        try {
            return startAlone();
        } catch (FileSystemException e) {
            throw new HubUnavailable(
                    false,
                    "The Strawboss hub cannot be started, for its state directory cannot be"
                            + " written: "
                            + e.getMessage()
                            + ". Look at it: ls -ld '"
                            + home.state()
                            + "'; findmnt -T '"
                            + home.state()
                            + "'");
        }
    }

    private SocketChannel startAlone() throws IOException, InterruptedException {
        makePrivate(home.state());
        synchronized (ONE_AT_A_TIME.computeIfAbsent(home.state(), _ -> new Object())) {
            try (FileChannel file =
                            FileChannel.open(
                                    home.state().resolve("start.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                return lock.isValid() ? start() : connect();
            }
        }
    }

    /// The connection to a hub that runs already, else null; starts nothing.
    public @Nullable SocketChannel connectToRunning() throws IOException {
        Optional<HubFile> hub = HubFile.read(home.state());
        if (hub.isEmpty()) {
            return null;
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(hub.get().socket()));
            return channel;
        } catch (IOException notThere) {
            channel.close();
            return null;
        }
    }

    /// The mark that a person stopped the hub: with it, only `strawboss hub start` starts it.
    public Path stopMark() {
        return home.state().resolve("stopped");
    }

    /// Where the hub's own words go.
    public Path log() {
        return home.state().resolve("hub.log");
    }

    /// A hub that a job of its own starts would be killed with that job, and may see no process but
    /// the job's.
    private boolean isOurOwnJob() {
        String job = Attempts.job(System.getenv());
        return !job.isEmpty() && Files.isDirectory(home.state().resolve("jobs").resolve(job));
    }

    private SocketChannel awaitAnother() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            SocketChannel channel = connectToRunning();
            if (channel != null) {
                return channel;
            }
            refuseIfStopped();
            Thread.sleep(20);
        }
        throw new HubUnavailable(
                false,
                "The Strawboss hub does not run, and one of its own jobs cannot start it."
                        + " Start it from outside: strawboss hub start");
    }

    private SocketChannel start() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Process hub = null;
        long pause = SHORTEST_PAUSE_NANOS;
        long again = System.nanoTime();
        while (System.nanoTime() < end) {
            SocketChannel channel = connectToRunning();
            if (channel != null) {
                return channel;
            }
            if (hub == null && System.nanoTime() - again >= 0) {
                refuseIfStopped();
                hub = spawn();
            } else if (hub != null && !hub.isAlive()) {
                if (!AGAIN.contains(hub.exitValue())) {
                    throw failed("ended with status " + hub.exitValue());
                }
                // The one in charge is about to listen or about to end; a killed one is replaced.
                // On a
                // busy machine it would take the longer, the more are started meanwhile.
                again = System.nanoTime() + pause;
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                hub = null;
            }
            Thread.sleep(3);
        }
        throw failed("did not answer within 20 seconds");
    }

    private void refuseIfStopped() throws HubUnavailable {
        if (Files.exists(stopMark())) {
            throw new HubUnavailable(
                    true, "The Strawboss hub is stopped. Start it with: strawboss hub start");
        }
    }

    private Process spawn() throws IOException {
        rotateLog();
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(launch.command(home));
        ProcessBuilder builder = new ProcessBuilder(command);
        // The hub is no part of the attempt whose client happens to start it.
        builder.environment().remove(Attempts.MARKER);
        builder.environment().remove(Attempts.TOOLS);
        // Nor of the MCP server behind another hub: that hub ends all that bears its mark.
        builder.environment().keySet().removeIf(name -> name.startsWith("STRAWBOSS_UPSTREAM"));
        // Without a locale Java takes paths for ASCII: a directory with an umlaut would be no path.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.directory(home.state().toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.redirectErrorStream(true);
        return builder.start();
    }

    private void rotateLog() throws IOException {
        Path log = log();
        if (!Files.exists(log)) {
            Files.createFile(
                    log,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else if (Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling("hub.log.1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            rotateLog();
        }
    }

    private HubUnavailable failed(String what) throws IOException {
        String message = "The Strawboss hub " + what + "." + full();
        message += " The end of " + log() + ":\n" + logTail();
        return new HubUnavailable(false, message);
    }

    /// Its words did not get into the log then.
    private String full() throws IOException {
        return Files.getFileStore(home.state()).getUsableSpace() < FULL
                ? " Its disk is full: df -h '" + home.state() + "'."
                : "";
    }

    private String logTail() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            long from = Math.max(0, file.length() - LOG_TAIL);
            byte[] tail = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).strip();
        }
    }

    /// Makes a directory that only its owner can enter.
    public static void makePrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
