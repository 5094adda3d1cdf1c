package dev.strawboss.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One client's way of knowing MCP servers. Works on the text of its configuration; the file itself
/// is not touched here.
interface Registrar {
    /// The name of our server in every client.
    String SERVER = "strawboss";

    /// Its name, and that of its binary.
    String client();

    /// The file with the servers of all of a person's projects; may be absent.
    Path file();

    /// What the text says of our server, if it does.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if it cannot be read
    Optional<Entry> entry(String text);

    /// The text with our server started by `words`, all else equal.
    Edit with(String text, List<String> words) throws IOException, InterruptedException;

    /// The text without our server, all else equal.
    Edit without(String text) throws IOException, InterruptedException;

    /// @param words program and arguments
    /// @param complete whether everything else that we set is set too
    record Entry(List<String> words, boolean complete) {
        /// Whether we made it, in this version or another one.
        boolean ours() {
            return words.stream().anyMatch(word -> word.endsWith("/strawboss-bridge.jar"));
        }
    }

    /// @param text the whole new text
    /// @param shown the part of it that a person wants to see
    record Edit(String text, String shown) {}
}
