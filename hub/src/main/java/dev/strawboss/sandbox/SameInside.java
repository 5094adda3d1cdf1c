package dev.strawboss.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/// Where bubblewrap has bound by name what was checked by name: whether the same was there both
/// times is seen inside, where it cannot be exchanged any more.
///
/// @param stat path of the program
record SameInside(String stat) {
    private static final String SCRIPT =
            """
            seen=$(STAT)
            [ "$seen" = "$1" ] && shift && exec "$@"
            set -f
            IFS='
            '
            for line in $1; do
              case "
            $seen
            " in *"
            $line
            "*) ;; *) echo "strawboss: sandbox: ${line#* } is no longer what was checked" >&2; exit 126;; esac
            done
            echo "strawboss: sandbox: what was checked cannot be seen inside" >&2
            exit 126
            """;

    /// Words in front of the command. They are to run with nothing in their environment that could
    /// tell the loader or the shell to do something else.
    List<String> before(List<Grant> grants) {
        List<Grant> seen = Grants.uncovered(grants);
        if (seen.isEmpty()) {
            return List.of();
        }
        String paths =
                seen.stream()
                        .map(grant -> quoted(grant.inside().toString()))
                        .collect(Collectors.joining(" "));
        String expected =
                seen.stream()
                        .map(grant -> grant.identity() + " " + grant.inside())
                        .collect(Collectors.joining("\n"));
        String script =
                SCRIPT.replace("STAT", quoted(stat) + " -c '%d:%i %n' -- " + paths + " 2>&1");
        return List.of("/bin/sh", "-c", script, "sandbox", expected);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
