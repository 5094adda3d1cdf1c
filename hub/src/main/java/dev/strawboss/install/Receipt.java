package dev.strawboss.install;

import java.nio.file.Path;
import java.util.Optional;

/// What installing or uninstalling came to for one client.
public sealed interface Receipt {
    String client();

    /// The client's configuration file.
    Path file();

    /// It was already so; the file was not touched.
    record Unchanged(String client, Path file) implements Receipt {}

    /// @param backup the file as it was, beside it; empty if there was none
    /// @param added whether the server was added or brought up to date, else it was removed
    record Changed(String client, Path file, Optional<Path> backup, boolean added)
            implements Receipt {}

    /// A dry run: nothing was touched.
    ///
    /// @param entry what would be added or removed, as the client writes it
    record Planned(String client, Path file, String entry, boolean added) implements Receipt {}
}
