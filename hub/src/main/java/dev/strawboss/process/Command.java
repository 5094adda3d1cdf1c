package dev.strawboss.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A short command that is run to its end, its streams on files, so that neither side can block.
/// Text is Latin-1: bytes stay what they are.
///
/// @param environment the whole environment of the command
/// @param scratch a private directory for the streams' files
public record Command(
        List<String> words,
        Path directory,
        Map<String, String> environment,
        String stdin,
        Path scratch,
        Duration timeout) {
    /// @param exit the exit status, or [#TIMED_OUT]
    public record Result(int exit, String stdout, String stderr) {}

    public static final int TIMED_OUT = -1;

    public Result run() throws IOException, InterruptedException {
        Path in = Files.createTempFile(scratch, "in", "");
        Path out = Files.createTempFile(scratch, "out", "");
        Path err = Files.createTempFile(scratch, "err", "");
        try {
            Files.writeString(in, stdin, StandardCharsets.ISO_8859_1);
            int exit = run(in, out, err);
            return new Result(
                    exit,
                    Files.readString(out, StandardCharsets.ISO_8859_1),
                    Files.readString(err, StandardCharsets.ISO_8859_1));
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private int run(Path in, Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? process.exitValue() : TIMED_OUT;
        } finally {
            process.destroyForcibly();
        }
    }
}
