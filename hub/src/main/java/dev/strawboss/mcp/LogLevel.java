package dev.strawboss.mcp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a message to a client's log matters, the least first (RFC 5424).
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LogLevel> of(Object name) {
        return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }
}
