package dev.strawboss.mcp;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Who is at the other end of a connection: a bridge that has introduced itself, or anyone.
final class Caller {
    static final String BRIDGE = "notifications/dev.strawboss/bridge";
    static final String WRITTEN = "notifications/dev.strawboss/written";

    private final Origin origin;
    private final String own = "connection." + UUID.randomUUID();
    private volatile String bridge = "";
    private volatile Optional<Path> directory = Optional.empty();
    private volatile boolean again;
    private volatile boolean connected = true;

    Caller(Origin origin) {
        this.origin = origin;
    }

    /// The first line of a bridge.
    void introduced(Request hello) {
        bridge = hello.string("session").orElse("");
        directory = hello.string("directory").flatMap(Caller::directory);
        again = Boolean.TRUE.equals(hello.params().get("again"));
    }

    /// Whether its client was served by a hub before this one, so that nobody knows what it missed
    /// in between.
    boolean again() {
        return again;
    }

    /// Whether it confirms what it has written.
    boolean confirms() {
        return !bridge.isEmpty();
    }

    Session session(Request request) {
        Session given = origin.session();
        if (given != null) {
            return given;
        }
        // whoever comes over a bridge is there to be told, and no person at a keyboard
        if (bridge.isEmpty() && Boolean.FALSE.equals(request.meta().get(Request.NOTICES))) {
            return Session.PASSING;
        }
        return new Session(bridge.isEmpty() ? own : bridge, directory, () -> connected);
    }

    void gone() {
        connected = false;
    }

    private static Optional<Path> directory(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
