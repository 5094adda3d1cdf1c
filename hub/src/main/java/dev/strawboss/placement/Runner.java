package dev.strawboss.placement;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// runner.sh, ready to be started: its copy outside the jar, and its command line.
///
/// @param unbuffer the library that makes `head` write at once, or empty
/// @param leaks names that the shell adds to every environment and that cannot be unset
/// @param boot the file that names this boot
record Runner(Path script, Tools tools, String unbuffer, List<String> leaks, Path boot) {
    /// @param state gets the script; named by its digest, so that running hubs of two versions do
    ///   not change it under each other
    static Runner extract(Path state, Tools tools, Path boot) throws InterruptedException {
        byte[] script = resource();
        Path target = state.resolve("runner-" + digest(script) + ".sh");
        try {
            // a power cut may leave the name without the content
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), script)) {
                Path temporary = Files.createTempFile(state, "runner-", ".tmp");
                Files.write(temporary, script);
                CrashPoint.SCRIPT_WRITTEN.pass();
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
        return new Runner(target, tools, unbuffer(tools), leaks(tools), boot);
    }

    /// @param entered control groups that bound the command
    /// @param backstop how long after the deadline the runner ends the command itself
    List<String> commandLine(
            String attempt,
            Path directory,
            Path done,
            TreeKill kill,
            String scope,
            List<Path> entered,
            RunPlan plan,
            CarriedEnvironment environment,
            Duration backstop) {
        List<String> line = new ArrayList<>(kill.launcher(attempt, plan.confinement()));
        line.add(tools.require("setsid"));
        line.addAll(tools.shell());
        Duration limit = plan.deadline().plus(backstop).plusMillis(999);
        line.addAll(
                List.of(
                        script.toString(),
                        attempt,
                        directory.toString(),
                        done.toString(),
                        kill.name(),
                        scope,
                        plan.directory().toString(),
                        plan.stdin().map(Path::toString).orElse("/dev/null"),
                        Long.toString(limit.toSeconds()),
                        Long.toString(plan.outputHead()),
                        Long.toString(plan.outputTail()),
                        tools.path(),
                        unbuffer,
                        boot.toString(),
                        String.join(" ", environment.clear()),
                        String.join(" ", entered.stream().map(Path::toString).toList())));
        line.addAll(kill.wrap(inOwnSession(plan.command(), environment), environment.clear()));
        return line;
    }

    private List<String> inOwnSession(List<String> command, CarriedEnvironment environment) {
        List<String> line = new ArrayList<>();
        if (!leaks.isEmpty() || !environment.assignments().isEmpty()) {
            line.add(tools.require("env"));
            leaks.forEach(name -> line.addAll(List.of("-u", name)));
            line.addAll(environment.assignments());
        }
        line.addAll(List.of(tools.require("setsid"), "--"));
        line.addAll(command);
        return line;
    }

    /// `stdbuf` costs a process for each stream; what it does is to preload a library.
    private static String unbuffer(Tools tools) throws InterruptedException {
        if (tools.find("stdbuf").isEmpty() || tools.find("env").isEmpty()) {
            return "";
        }
        return lines(List.of(tools.require("stdbuf"), "-o0", tools.require("env")))
                .filter(line -> line.startsWith("LD_PRELOAD="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse("");
    }

    private static List<String> leaks(Tools tools) throws InterruptedException {
        List<String> line = new ArrayList<>(tools.shell());
        line.addAll(
                List.of("-c", "cd /; unset PWD OLDPWD SHLVL PATH; exec " + tools.require("env")));
        return lines(line).map(each -> each.substring(0, each.indexOf('='))).toList();
    }

    private static Stream<String> lines(List<String> argv) throws InterruptedException {
        return Processes.run(Command.of(Path.of("/"), Map.of(), argv))
                        instanceof Outcome.Ended ended
                ? ended.stdout().text().lines().filter(line -> line.contains("="))
                : Stream.of();
    }

    private static byte[] resource() {
        try (InputStream script = Runner.class.getResourceAsStream("runner.sh")) {
            if (script == null) {
                throw new IllegalStateException("runner.sh is missing from the jar");
            }
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
