package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// For how long a command was paused: what the file `paused` says, which the runner reads when its
/// own deadline comes.
///
/// @param seconds of all pauses that are over
/// @param since when the present one began, in seconds after boot: no change of the clock matters
record Pauses(long seconds, OptionalLong since) {
    static Pauses parse(String text) {
        String[] words = text.strip().split(" ", -1);
        return words[0].isEmpty()
                ? new Pauses(0, OptionalLong.empty())
                : new Pauses(
                        Long.parseLong(words[0]),
                        words.length == 1
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(words[1])));
    }

    static long now() {
        try {
            String uptime = Files.readString(Path.of("/proc/uptime"));
            return Long.parseLong(uptime.substring(0, uptime.indexOf('.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pauses begun(long now) {
        return since.isPresent() ? this : new Pauses(seconds, OptionalLong.of(now));
    }

    /// A begun second counts whole.
    Pauses ended(long now) {
        return since.isEmpty()
                ? this
                : new Pauses(seconds + now - since.getAsLong() + 1, OptionalLong.empty());
    }

    String text() {
        return seconds + (since.isPresent() ? " " + since.getAsLong() : "") + "\n";
    }
}
