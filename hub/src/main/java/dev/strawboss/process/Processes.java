package dev.strawboss.process;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts child processes; nothing else does.
public final class Processes {
    private static final Logger LOG = LoggerFactory.getLogger(Processes.class);

    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    /// How long the output of an ended process may stay open in the hands of its children.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final Pattern SYSTEM_ERROR = Pattern.compile("error: \\d+ \\(([^)]*)\\)");

    private Processes() {}

    /// Runs a command to its end. At the timeout, or if the thread is interrupted, it is ended with
    /// all its descendants.
    public static Outcome run(Command command) throws InterruptedException {
        Process process;
        try {
            process = builder(command.argv(), command.directory(), command.environment()).start();
        } catch (IOException e) {
            return new Outcome.NotStarted(reason(e));
        }
        Streams streams = new Streams(process, command);
        try {
            boolean ended = process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            streams.finish(LINGER);
            Output stdout = streams.stdout.taken();
            Output stderr = streams.stderr.taken();
            return ended
                    ? new Outcome.Ended(process.exitValue(), stdout, stderr)
                    : new Outcome.TimedOut(stdout, stderr);
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
    }

    /// Starts a process that nobody waits for and that gets nothing from us: no input, no output
    /// but what it writes to the file `stderr`, and the given environment only. To outlive us it
    /// needs a session of its own (`setsid` in front).
    public static Process detached(
            List<String> argv, Path directory, Map<String, String> environment, Path stderr)
            throws IOException {
        return builder(argv, directory, environment)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(stderr.toFile())
                .start();
    }

    /// Starts a process to talk with. One that dies with its parent dies with us, whatever becomes
    /// of the thread that calls this.
    ///
    /// @param mark `NAME=value`, put into its environment: by this it is found again, whatever
    ///   becomes of its parents
    public static Child child(
            List<String> argv, Path directory, Map<String, String> environment, String mark)
            throws IOException {
        ProcessBuilder builder = builder(argv, directory, environment);
        int equals = mark.indexOf('=');
        builder.environment().put(mark.substring(0, equals), mark.substring(equals + 1));
        try {
            return new Child(Starter.start(builder::start), mark);
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static ProcessBuilder builder(
            List<String> argv, Path directory, Map<String, String> environment) {
        List<String> command = new ArrayList<>(argv);
        command.set(0, program(argv.getFirst(), environment));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /// By the PATH of the given environment: left alone, Java looks at the one that the hub
    /// happened to be started with.
    private static String program(String name, Map<String, String> environment) {
        if (name.contains("/")) {
            return name;
        }
        Map<String, String> searched =
                environment.containsKey("PATH") ? environment : Map.of("PATH", USUAL_PATH);
        return Executables.find(name, searched).map(Path::toString).orElse("/missing/" + name);
    }

    /// What is in the brackets of "Cannot run program ...: Exec failed, error: 2 (No such file or
    /// directory)".
    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        Matcher system = SYSTEM_ERROR.matcher(message);
        return system.find() ? system.group(1) : message;
    }

    /// TERM first: what is killed leaves its lock files, and pyenv's makes each shell that the
    /// person opens wait for a minute. The first one first: a shell whose child is ended before it
    /// hears of it goes on to its next command.
    static void end(Process process) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        tree.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(
                        tree.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        for (int pass = 0; pass < 3; pass++) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /// The three pipes of a running process, each with its thread.
    private static final class Streams {
        final Output.Collector stdout;
        final Output.Collector stderr;
        private final List<Thread> readers;

        Streams(Process process, Command command) {
            stdout = new Output.Collector(command.outputLimit());
            stderr = new Output.Collector(command.outputLimit());
            readers =
                    List.of(
                            reader(() -> stdout.drain(process.getInputStream())),
                            reader(() -> stderr.drain(process.getErrorStream())));
            if (command.stdin().length == 0) {
                quietly(process.getOutputStream()::close);
            } else {
                reader(() -> feed(process.getOutputStream(), command.stdin()));
            }
        }

        void finish(Duration time) throws InterruptedException {
            for (Thread reader : readers) {
                if (!reader.join(time)) {
                    LOG.atDebug().log("a child of an ended process keeps its output open");
                }
            }
        }

        private static void feed(OutputStream stream, byte[] bytes) throws IOException {
            try (stream) {
                stream.write(bytes);
            }
        }

        /// On a platform thread: reading a pipe is a native wait, and as many of those as there are
        /// processors stop every virtual thread of the hub (seen: two daemons that kept the output
        /// of ended commands open).
        private static Thread reader(Transfer transfer) {
            return Threads.platform("process-stream", () -> quietly(transfer));
        }

        /// A broken pipe only says that the process ended, which its status says better.
        private static void quietly(Transfer transfer) {
            try {
                transfer.run();
            } catch (IOException e) {
                LOG.atTrace().setCause(e).log("the process closed its end");
            }
        }
    }

    private interface Transfer {
        void run() throws IOException;
    }
}
