package dev.strawboss.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A confined command that the hub starts and waits for itself, without a runner. It is to be
/// started with these words, this directory and exactly this environment, and with three pipes:
///
/// - what is written to its standard input is read inside as descriptor 3
/// - what is written inside to descriptor 4 comes out of its standard output
/// - what is printed inside (descriptors 1 and 2) comes out of its standard error; descriptor 0 is
///   empty
///
/// It is to be started by [dev.strawboss.process.Processes#child], for it dies with the thread that
/// starts it. Killing the process that was started ends everything inside. Its exit status is the
/// command's, or 128 + n if signal n ended that; 126 with a line that begins with `strawboss:` or
/// `bwrap:` if it could not begin.
///
/// @param argv program and arguments, no shell in between
/// @param inForce what holds it, for the result
public record Confined(
        List<String> argv, Path directory, Map<String, String> environment, InForce inForce) {
    public Confined {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }
}
