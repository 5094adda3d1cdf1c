package dev.strawboss.config;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The least environment of a job: what every program needs, and nothing that could be a secret.
public final class JobEnvironment {
    private static final Set<String> NAMES =
            Set.of(
                    "HOME",
                    "PATH",
                    "USER",
                    "LOGNAME",
                    "SHELL",
                    "LANG",
                    "LANGUAGE",
                    "TERM",
                    "STRAWBOSS_HOME",
                    "TMPDIR",
                    "TZ",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR",
                    "NODE_EXTRA_CA_CERTS",
                    "REQUESTS_CA_BUNDLE",
                    "CURL_CA_BUNDLE",
                    "GIT_SSL_CAINFO",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "ALL_PROXY",
                    "NO_PROXY",
                    "http_proxy",
                    "https_proxy",
                    "all_proxy",
                    "no_proxy");

    private JobEnvironment() {}

    /// Of the hub's environment: the names every program needs, `LC_*`, `XDG_*`, and `also`.
    ///
    /// @return a map that may be added to, in the order of names
    public static Map<String, String> of(Map<String, String> hub, Collection<String> also) {
        Map<String, String> least = new TreeMap<>();
        hub.forEach((name, value) -> {
            if (NAMES.contains(name)
                    || name.startsWith("LC_")
                    || name.startsWith("XDG_")
                    || also.contains(name)) {
                least.put(name, value);
            }
        });
        return least;
    }
}
