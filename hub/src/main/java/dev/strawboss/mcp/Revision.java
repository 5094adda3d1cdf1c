package dev.strawboss.mcp;

import java.util.Arrays;
import java.util.Optional;

/// A revision of the protocol, oldest first. Source: modelcontextprotocol.io/specification.
enum Revision {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25"),
    /// No handshake: every request says its revision in `_meta`.
    V2026_07_28("2026-07-28");

    static final Revision NEWEST_LEGACY = V2025_11_25;
    static final Revision MODERN = V2026_07_28;

    private final String name;

    Revision(String name) {
        this.name = name;
    }

    String wireName() {
        return name;
    }

    boolean modern() {
        return this == MODERN;
    }

    boolean has(Revision since) {
        return compareTo(since) >= 0;
    }

    /// What a client that asks for `requested` in `initialize` is offered: the same, or the newest
    /// that has a handshake.
    static Revision negotiated(String requested) {
        return of(requested).filter(revision -> !revision.modern()).orElse(NEWEST_LEGACY);
    }

    static Optional<Revision> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst();
    }
}
