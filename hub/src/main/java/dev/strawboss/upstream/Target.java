package dev.strawboss.upstream;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a server is: how to start it, or what address it has. All values are final: whatever stood
/// for a variable or a secret has been put in.
public sealed interface Target {
    /// A program that speaks on its standard input and output.
    ///
    /// @param command program and arguments; a program without a slash is looked for on the `PATH`
    ///   of `environment`
    /// @param environment all of it: nothing of the hub's own is added
    /// @param directory null for `/`
    record Stdio(List<String> command, Map<String, String> environment, @Nullable Path directory)
            implements Target {
        public Stdio {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("a command needs a program");
            }
        }

        /// Without arguments and values: both may hold secrets.
        @Override
        public String toString() {
            return command.getFirst();
        }
    }

    /// An address, for Streamable HTTP of either era.
    ///
    /// @param headers sent with every request, beside those of the protocol
    /// @param legacySse the transport of 2024-11-05 (HTTP+SSE) and no other; without it, it is
    ///   tried last
    record Http(URI url, Map<String, String> headers, boolean legacySse) implements Target {
        public Http {
            headers = Map.copyOf(headers);
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new IllegalArgumentException("an address begins with http:// or https://");
            }
        }

        /// Without the values of headers and of the query.
        @Override
        public String toString() {
            return url.getScheme() + "://" + url.getAuthority() + url.getPath();
        }
    }
}
