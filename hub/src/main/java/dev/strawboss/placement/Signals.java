package dev.strawboss.placement;

import dev.strawboss.process.Command;
import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Signals that Java cannot send: STOP and CONT. One shell sends them to all.
enum Signals {
    STOP,
    CONT;

    /// Whoever has ended meanwhile is passed over.
    void send(Collection<Long> processes) throws InterruptedException {
        if (processes.isEmpty()) {
            return;
        }
        List<String> argv =
                new ArrayList<>(List.of("/bin/sh", "-c", "kill -s \"$0\" -- \"$@\"", name()));
        processes.forEach(pid -> argv.add(Long.toString(pid)));
        Processes.run(Command.of(Path.of("/"), Map.of(), argv));
    }
}
