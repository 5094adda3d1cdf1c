package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/// Programs that a hostile repository names, each of which leaves a mark of its own when it is run,
/// so that one pass of the hub may go by many of them.
record Traps(Path directory) {
    /// @param directory with a name that a shell takes as it is, as git gives some to one
    static Traps in(Path directory) throws IOException {
        assertThat(directory.toString()).matches("[\\w/.-]+");
        Files.createDirectories(directory.resolve("sprung"));
        return new Traps(directory);
    }

    /// @return the program
    Path set(String name) throws IOException {
        Path trap = directory.resolve(name);
        Files.writeString(trap, "#!/bin/sh\ntouch '" + mark(name) + "'\ncat\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        return trap;
    }

    /// Forgets what has happened so far.
    void reset() throws IOException {
        for (String name : sprung()) {
            Files.delete(mark(name));
        }
    }

    /// The names of those that were run.
    List<String> sprung() throws IOException {
        try (Stream<Path> marks = Files.list(directory.resolve("sprung"))) {
            return marks.map(mark -> mark.getFileName().toString()).sorted().toList();
        }
    }

    private Path mark(String name) {
        return directory.resolve("sprung").resolve(name);
    }

    /// One pass, and one test for each of its traps.
    ///
    /// @param pass all that the hub does
    DynamicContainer untouched(List<String> names, Executable pass) {
        Path passed = directory.resolve("passed");
        DynamicTest first =
                DynamicTest.dynamicTest(
                        "one pass goes by " + names.size(),
                        () -> {
                            pass.execute();
                            Files.createFile(passed);
                        });
        Stream<DynamicTest> each =
                names.stream()
                        .map(name ->
                                DynamicTest.dynamicTest(
                                        name,
                                        () -> {
                                            assertThat(passed).exists();
                                            assertThat(sprung()).doesNotContain(name);
                                        }));
        return DynamicContainer.dynamicContainer(
                names.toString(), Stream.concat(Stream.of(first), each));
    }
}
