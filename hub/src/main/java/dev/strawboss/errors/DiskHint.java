package dev.strawboss.errors;

import java.nio.file.Path;
import java.util.List;

/// What to do about a disk that takes nothing, by what the system says of it: files, git and shells
/// all use its words (errno(3)).
public final class DiskHint {
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "disk is full");

    private DiskHint() {}

    /// @param complaint what could not be done, in the words of whoever tried
    /// @param where a path on that disk
    /// @param otherwise the hint if it was not that the disk is full or may not be written
    public static String of(String complaint, Path where, String otherwise) {
        if (FULL.stream().anyMatch(complaint::contains)) {
            return "Free disk space (df -h '" + where + "'), then try again.";
        }
        if (complaint.contains("Read-only file system")) {
            return "Its file system is read-only: findmnt -T '" + where + "'";
        }
        return otherwise;
    }
}
