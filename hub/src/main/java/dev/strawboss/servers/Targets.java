package dev.strawboss.servers;

import dev.strawboss.config.JobEnvironment;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.upstream.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns what is configured into what can be connected to.
final class Targets {
    private Targets() {}

    /// @param environment of the hub
    static Target of(Server server, References references, Map<String, String> environment) {
        return switch (server.link()) {
            case Link.Local local -> stdio(server.name(), local, references, environment);
            case Link.Remote remote -> http(server.name(), remote, references);
        };
    }

    private static Target stdio(
            String name, Link.Local local, References references, Map<String, String> environment) {
        Map<String, String> variables =
                new LinkedHashMap<>(JobEnvironment.of(environment, List.of()));
        variables.remove("STRAWBOSS_HOME"); // of no use to others
        local.environment()
                .forEach((key, value) -> variables.put(key, references.resolved(name, value)));
        List<String> command =
                local.command().stream().map(word -> references.resolved(name, word)).toList();
        String home = variables.getOrDefault("HOME", "");
        return new Target.Stdio(
                command.stream().map(word -> fromHome(word, home)).toList(),
                variables,
                directory(
                        name, fromHome(references.resolved(name, local.directory()), home), home));
    }

    private static String fromHome(String word, String home) {
        return word.startsWith("~/") && !home.isEmpty() ? home + word.substring(1) : word;
    }

    private static @Nullable Path directory(String name, String given, String home) {
        String directory = given.isEmpty() ? home : given;
        if (directory.isEmpty()) {
            return null;
        }
        Path path = Path.of(directory);
        if (!path.isAbsolute()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    name + " wants a directory that is not absolute: " + directory + ".",
                    "Write the whole path, or one that begins with ~/.");
        }
        return path;
    }

    private static Target http(String name, Link.Remote remote, References references) {
        String url = references.resolved(name, remote.url()).strip();
        Map<String, String> headers = new LinkedHashMap<>();
        remote.headers()
                .forEach((key, value) -> {
                    String resolved = references.resolved(name, value);
                    if (!resolved.matches("[^\\p{Cntrl}]*")) {
                        throw unfit(name, "header " + key);
                    }
                    headers.put(key, resolved);
                });
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null
                    || !List.of("http", "https").contains(scheme)
                    || uri.getRawUserInfo() != null) {
                throw unfit(name, "url");
            }
            return new Target.Http(uri, headers, remote.sse());
        } catch (URISyntaxException e) {
            throw unfit(name, "url");
        }
    }

    // Without the value: a token may stand in it.
    private static StrawbossException unfit(String name, String what) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                name + " has a " + what + " that cannot be one, once its references are put in.",
                "A url is http:// or https:// with a host and without a password; a header is one"
                        + " line.");
    }
}
