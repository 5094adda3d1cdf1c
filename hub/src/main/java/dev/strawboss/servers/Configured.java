package dev.strawboss.servers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `servers.json` says at a moment.
///
/// @param servers those that can be used, in the order of the file
/// @param wrong those that cannot, by name, and why
/// @param notes what has no effect
/// @param problem why the file as a whole cannot be read; the rest is then as it was before
public record Configured(
        List<Server> servers, List<Wrong> wrong, List<String> notes, Optional<Problem> problem) {
    /// A server that cannot be used.
    public record Wrong(String name, String sentence, String hint) {}

    /// What is wrong with the file.
    public record Problem(String sentence, String hint) {}

    static final Configured NOTHING =
            new Configured(List.of(), List.of(), List.of(), Optional.empty());

    public Configured {
        servers = List.copyOf(servers);
        wrong = List.copyOf(wrong);
        notes = List.copyOf(notes);
    }

    /// The server of that name, if it can be used.
    public Optional<Server> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    Configured with(Problem now) {
        return new Configured(servers, wrong, notes, Optional.of(now));
    }

    /// The document with what its references need besides.
    record Read(Configured configured, Map<String, String> inputs) {}
}
