package dev.strawboss.agents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an agent may do without asking.
public enum AgentMode {
    /// Everything that its user may.
    AUTO,
    /// Read; by what the CLI itself enforces.
    READ_ONLY;

    /// `auto` or `read-only`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AgentMode> ofWireName(String name) {
        return Arrays.stream(values()).filter(mode -> mode.wireName().equals(name)).findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(AgentMode::wireName).toList();
    }
}
