package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.launcher.TestJvm;
import dev.strawboss.sandbox.Unconfined;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A home of its own, and the real command line and hub as processes for it.
final class Terminal implements AutoCloseable {
    final Path work;
    private final Path root;

    Terminal(Path root) throws IOException {
        this.root = root;
        Unconfined.in(Home.of(root.resolve("home")).configuration());
        this.work = Files.createDirectories(root.resolve("work"));
    }

    /// What a command line came to.
    static final class Said {
        private final int status;
        private final byte[] out;
        private final String err;

        Said(int status, byte[] out, String err) {
            this.status = status;
            this.out = out;
            this.err = err;
        }

        int status() {
            return status;
        }

        byte[] out() {
            return out;
        }

        String err() {
            return err;
        }

        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    Said type(String... words) throws IOException, InterruptedException {
        return type(new byte[0], words);
    }

    Said type(byte[] stdin, String... words) throws IOException, InterruptedException {
        Path in = Files.write(Files.createTempFile(root, "in", ""), stdin);
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        Process process = start(in, out, err, words);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("strawboss " + String.join(" ", words) + " did not end in 60 s");
        }
        return new Said(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
    }

    Process start(Path in, Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>(TestJvm.java("-Xmx512m", "dev.strawboss.main.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(work.toFile());
        builder.environment().put("STRAWBOSS_HOME", root.resolve("home").toString());
        builder.environment().put("HOME", root.toString());
        builder.redirectInput(in.toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return builder.start();
    }

    /// Registers an agent that is a shell script, its prompt on standard input.
    void agent(String name, String script) throws IOException {
        Path program = root.resolve(name + ".sh");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path agents = Files.createDirectories(root.resolve("home/config/agents.d"));
        Files.writeString(
                agents.resolve(name + ".yaml"), "cli: custom\ncommand: [\"" + program + "\"]\n");
    }

    /// A git repository with one commit.
    Path repository(String name) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(work.resolve(name));
        Files.writeString(directory.resolve("file.txt"), "one\n");
        git(directory, "init", "-q");
        git(directory, "add", ".");
        git(directory, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        return directory;
    }

    static void git(Path directory, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        int status = new ProcessBuilder(command).directory(directory.toFile()).start().waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
    }

    @Override
    public void close() {
        try {
            new HubControl(Home.of(root.resolve("home")), TestJvm.launch()).stop();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new InterruptedIOException("stopping the hub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
