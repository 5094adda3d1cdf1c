package dev.strawboss.cli;

import java.io.IOException;
import java.io.Serial;

/// Whoever read our output has gone (`strawboss logs -f JOB | head`): there is nothing more to do,
/// and nobody to tell.
final class ReaderGone extends IOException {
    /// As a shell says that SIGPIPE ended a command.
    static final int EXIT_STATUS = 128 + 13;

    @Serial private static final long serialVersionUID = 1L;

    ReaderGone() {
        super("nobody reads our output any more");
    }
}
