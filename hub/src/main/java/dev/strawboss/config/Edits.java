package dev.strawboss.config;

import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Changes to one file of the configuration, such as a person would make them by hand.
final class Edits {
    private final Path file;
    private final String text;

    /// @param file need not exist
    Edits(Path file) {
        this.file = file;
        try {
            this.text = Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file + " cannot be read: " + failed.getClass().getSimpleName() + ".",
                    "ls -l '" + file + "'",
                    failed);
        }
    }

    /// @return the text with the value in it
    String set(List<String> path, Object value) {
        return set(text, path, value);
    }

    private String set(String from, List<String> path, Object value) {
        try {
            return YamlEdit.set(from, path, value);
        } catch (YamlText.Unreadable why) {
            String line = String.join(".", path) + ": " + YamlRendering.inline(value);
            throw refused(why, "In " + file + ", write by hand: " + line);
        }
    }

    /// @return the text without the key; the same text if it has none
    String unset(List<String> path) {
        return unset(text, path);
    }

    private String unset(String from, List<String> path) {
        try {
            return YamlEdit.unset(from, path);
        } catch (YamlText.Unreadable why) {
            throw refused(why, "In " + file + ", take out by hand: " + String.join(".", path));
        }
    }

    private StrawbossException refused(YamlText.Unreadable why, String hint) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION, file + " " + why.getMessage(), hint, why);
    }

    /// Makes the file hold exactly these values; what is equal already stays as it is written.
    void become(Map<String, Object> values) {
        if (!text.contains("#")) {
            write(YamlText.write(values));
            return;
        }
        String changed = text;
        Map<String, Object> present;
        try {
            present = YamlText.read(text);
        } catch (YamlText.Unreadable why) {
            throw refused(why, "Correct " + file + ".");
        }
        Set<String> gone = new LinkedHashSet<>(present.keySet());
        gone.removeAll(values.keySet());
        for (String key : gone) {
            changed = unset(changed, List.of(key));
        }
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (!same(value.getValue(), present.get(value.getKey()))) {
                changed = set(changed, List.of(value.getKey()), value.getValue());
            }
        }
        write(changed);
    }

    private static boolean same(Object value, @Nullable Object present) {
        try {
            return YamlEdit.asRead(value).equals(present);
        } catch (YamlText.Unreadable _) { // then setting it says why
            return false;
        }
    }

    /// @return whether this changes anything
    boolean write(String after) {
        if (after.equals(text)) {
            return false;
        }
        try {
            AtomicFile.write(file, after);
            return true;
        } catch (IOException failed) {
            throw unwritable(file, failed);
        }
    }

    static StrawbossException unwritable(Path file, IOException cause) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                file + " cannot be written, so it is as it was: " + cause + ".",
                DiskHint.of(
                        cause.toString(),
                        file.toAbsolutePath().resolveSibling(""),
                        "ls -ld '" + file.getParent() + "'"),
                cause);
    }

    /// The line of a key at the top of a file, from 1; 0 if it is not written plainly.
    static int line(Path file, String key) {
        Pattern start = Pattern.compile("\\uFEFF?[\"']?" + Pattern.quote(key) + "[\"']?\\s*:.*");
        List<String> lines = new Edits(file).text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (start.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 0;
    }
}
