package dev.strawboss.upstream;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who a server says it is, in its answer to `server/discover` or `initialize`. All of it is the
/// server's word and may hold anything.
///
/// @param revision what is spoken: `2025-11-25`
/// @param capabilities as sent
public record Identity(
        String name,
        @Nullable String titleOrNone,
        String version,
        @Nullable String instructionsOrNone,
        Era era,
        String revision,
        Map<String, Object> capabilities) {
    /// Which protocol, in shape.
    public enum Era {
        /// From 2026-07-28 on: no handshake, every request says all of itself.
        MODERN,
        /// Before: `initialize`, then a session.
        LEGACY
    }

    public Optional<String> title() {
        return Optional.ofNullable(titleOrNone);
    }

    public Optional<String> instructions() {
        return Optional.ofNullable(instructionsOrNone);
    }

    /// Whether it declares a capability: `tools`, `resources`, `prompts`, `completions`, `logging`.
    public boolean offers(String capability) {
        return capabilities.get(capability) instanceof Map;
    }

    /// Whether it tells of changes of its list of `tools`, `resources` or `prompts`.
    boolean tellsOf(String capability) {
        return capabilities.get(capability) instanceof Map<?, ?> its
                && Boolean.TRUE.equals(its.get("listChanged"));
    }
}
