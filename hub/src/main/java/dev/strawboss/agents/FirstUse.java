package dev.strawboss.agents;

import dev.strawboss.config.Section;
import dev.strawboss.process.Command;
import dev.strawboss.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A CLI that spoils its own files when it is started twice at once where it has never run: it is
/// run alone first.
///
/// @param made the file that is there once it has run
/// @param arguments of a run that makes it, and costs nothing
record FirstUse(HomeFile made, List<String> arguments) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<Path, ReentrantLock> UNDER_WAY = new ConcurrentHashMap<>();

    static FirstUse of(Section section) {
        section.allow(List.of("home", "otherwise", "file", "arguments"));
        return new FirstUse(HomeFile.of(section), section.strings("arguments"));
    }

    /// Returns when it has run, or could not; what is wrong then, the agent's own run says.
    void await(String program, Path directory, Map<String, String> environment)
            throws InterruptedException {
        Path file = made.in(environment);
        ReentrantLock lock = UNDER_WAY.computeIfAbsent(file, _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (!Files.exists(file)) {
                List<String> words = Stream.concat(Stream.of(program), arguments.stream()).toList();
                var _ = Processes.run(Command.of(directory, environment, words).timeout(PATIENCE));
            }
        } finally {
            lock.unlock();
        }
    }
}
