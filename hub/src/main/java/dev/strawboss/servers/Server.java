package dev.strawboss.servers;

import dev.strawboss.upstream.Setup;
import java.time.Duration;
import java.util.Set;

/// One configured upstream server. Variables and secrets in its words are not yet put in.
///
/// @param enabled whether it may be used at all
public record Server(
        String name, Link link, boolean enabled, Running running, ToolChoice tools, Limits limits) {
    /// How a stdio server runs.
    ///
    /// @param keep whether it stays up when nobody uses it
    /// @param sandbox `off`, `best`, `required`, or empty: what the configuration says of all
    public record Running(Setup.Scope scope, boolean keep, String sandbox) {}

    /// Which of its tools are offered.
    ///
    /// @param only none but these; empty: all
    /// @param off never these
    public record ToolChoice(Set<String> only, Set<String> off) {
        /// All of them.
        public static final ToolChoice ALL = new ToolChoice(Set.of(), Set.of());

        public ToolChoice {
            only = Set.copyOf(only);
            off = Set.copyOf(off);
        }

        public boolean on(String tool) {
            return !off.contains(tool) && (only.isEmpty() || only.contains(tool));
        }
    }

    /// How much of it is borne; zero where nothing is configured.
    ///
    /// @param timeout of one request
    /// @param start until it has answered for the first time
    /// @param calls under way at once
    /// @param perMinute calls begun
    /// @param result bytes of one answer
    public record Limits(Duration timeout, Duration start, int calls, int perMinute, long result) {
        /// Nothing configured.
        public static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, 0, 0, 0);
    }
}
