package dev.strawboss.placement;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The programs that the runner and its command lines are made of, looked for in a fixed path and
/// never in the command's.
///
/// @param shell how runner.sh is run: program and options
/// @param directories where all other programs are looked for
record Tools(List<String> shell, List<Path> directories) {
    static final Tools OF_THE_SYSTEM =
            new Tools(
                    List.of("/bin/sh"),
                    List.of(
                            Path.of("/usr/bin"),
                            Path.of("/bin"),
                            Path.of("/usr/sbin"),
                            Path.of("/sbin"),
                            Path.of("/usr/local/bin"),
                            Path.of("/run/current-system/sw/bin")));

    String path() {
        return directories.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    Optional<String> find(String program) {
        return directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    String require(String program) {
        return find(program)
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.ENVIRONMENT,
                                "The program " + program + " was not found in " + path() + ".",
                                "Install it (Debian: apt install util-linux coreutils)."));
    }
}
