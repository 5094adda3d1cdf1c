package dev.strawboss.egress;

import java.net.URI;
import java.util.Optional;

/// A model provider that a job uses through the hub, which has its key.
///
/// @param name as the job's base URL says it: letters, digits, `-` and `_`
/// @param upstream the base URL that stands for, without a slash at its end
/// @param key the name of the secret; empty where the provider wants none
public record Provider(String name, Dialect dialect, URI upstream, Optional<String> key) {
    public Provider {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("no name of a provider: " + name);
        }
        if (upstream.getRawQuery() != null || upstream.getRawFragment() != null) {
            throw new IllegalArgumentException("no base URL: " + upstream);
        }
        String text = upstream.toString();
        upstream = text.endsWith("/") ? URI.create(text.replaceFirst("/+$", "")) : upstream;
    }

    /// What a program inside is given as the base URL.
    public String baseUrl() {
        return "http://127.0.0.1:" + Inside.PORT + Gateway.PREFIX + name;
    }
}
