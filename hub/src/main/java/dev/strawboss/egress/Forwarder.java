package dev.strawboss.egress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands before a confined command so that 127.0.0.1 leads to its gate: it listens before the
/// command starts, then the command takes the place of its process.
///
/// @param words to be put before the command
/// @param needs files and directories that must be seen inside where they are
public record Forwarder(List<String> words, List<Path> needs) {
    // The substitution ends when java listens, for then it closes what it writes to.
    private static final String BEHIND_JAVA =
            """
            sb_java=$1 sb_jar=$2 sb_socket=$3 sb_port=$4
            shift 4
            sb_said=$(trap '' TERM INT HUP; "$sb_java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx32m -cp "$sb_jar" \
            dev.strawboss.bridge.Forwarder "$sb_socket" "$sb_port" $$ </dev/null 2>&1 &)
            if [ "$sb_said" != listening ]; then
                echo "strawboss: the way to the hub cannot be opened: $sb_said" >&2
                exit 126
            fi
            unset sb_java sb_jar sb_socket sb_port sb_said
            exec "$@"
            """;

    public Forwarder {
        words = List.copyOf(words);
        needs = List.copyOf(needs);
    }

    /// With perl where there is one, for it starts in a tenth of the time.
    ///
    /// @param java the program
    /// @param jar of the bridge
    public static Forwarder of(Optional<Path> perl, Path java, Path jar) {
        return perl.map(program -> perl(program, Inside.DIRECTORY, Inside.PORT))
                .orElseGet(() -> java(java, jar, Inside.DIRECTORY, Inside.PORT));
    }

    static Forwarder perl(Path perl, Path gate, int port) {
        return new Forwarder(
                List.of(
                        perl.toString(),
                        gate.resolve(Inside.SCRIPT).toString(),
                        gate.resolve(Inside.SOCKET).toString(),
                        Integer.toString(port)),
                List.of());
    }

    static Forwarder java(Path java, Path jar, Path gate, int port) {
        Path home = Optional.ofNullable(java.getParent()).map(Path::getParent).orElse(java);
        return new Forwarder(
                List.of(
                        "/bin/sh",
                        "-c",
                        BEHIND_JAVA,
                        "sh",
                        java.toString(),
                        jar.toString(),
                        gate.resolve(Inside.SOCKET).toString(),
                        Integer.toString(port)),
                List.of(home, jar));
    }

    /// The command with this before it. It ends as the command ends; with 126 if nothing can
    /// listen, and then the command does not start.
    public List<String> before(List<String> command) {
        return Stream.concat(words.stream(), command.stream()).toList();
    }
}
