package dev.strawboss.sandbox;

import java.nio.file.Path;

/// A file or directory that a confined command sees. What no grant names is not there.
///
/// @param host where it is outside; absolute, must exist when the command starts
/// @param inside where the command finds it; absolute
/// @param identity device and inode of what was there when it was checked, as [Identity] says: only
///   that is shown; empty before the check, and for what is the system's or the hub's own
public record Grant(Path host, Path inside, boolean writable, String identity) {
    public Grant {
        if (!host.isAbsolute() || !inside.isAbsolute()) {
            throw new IllegalArgumentException("a grant needs absolute paths: " + host);
        }
        host = host.normalize();
        inside = inside.normalize();
    }

    /// One that is not checked yet.
    public Grant(Path host, Path inside, boolean writable) {
        this(host, inside, writable, "");
    }

    /// Readable in the same place as outside.
    public static Grant readable(Path path) {
        return new Grant(path, path, false);
    }

    /// Writable in the same place as outside.
    public static Grant writable(Path path) {
        return new Grant(path, path, true);
    }

    /// The same, found elsewhere inside.
    public Grant at(Path place) {
        return new Grant(host, place, writable, identity);
    }
}
