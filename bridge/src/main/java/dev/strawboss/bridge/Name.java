package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// The name of a bridge: no other process ever has it, and whoever reads it can tell whether the
/// process that bears it still lives. `RANDOM.PID.TICKS`, the last two as in [HubFile].
public final class Name {
    private Name() {}

    static String make() {
        return random() + '.' + ownProcess();
    }

    /// Whether the process of that name lives; false too if it is no name of a bridge.
    public static boolean alive(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length != 3 || !(parts[1] + parts[2]).matches("\\d{2,36}")) {
            return false;
        }
        try {
            long pid = Long.parseLong(parts[1]);
            long ticks = Long.parseLong(parts[2]);
            return ticks == 0
                    ? ProcessHandle.of(pid).isPresent()
                    : ticks == HubFile.startTicks(pid);
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    // The kernel's random source: the JDK's own costs ten milliseconds to load.
    private static String random() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/uuid")).strip();
        } catch (IOException notLinux) {
            return UUID.randomUUID().toString();
        }
    }

    private static String ownProcess() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
            return stat.substring(0, stat.indexOf(' ')) + '.' + HubFile.startTicks(stat);
        } catch (IOException notLinux) {
            return ProcessHandle.current().pid() + ".0";
        }
    }
}
