package dev.strawboss.agents;

import dev.strawboss.errors.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why an agent did not finish, in the order in which its message is searched.
enum ErrorKind {
    AUTH(ErrorCode.AGENT_AUTH),
    RATE_LIMIT(ErrorCode.AGENT_RATE_LIMIT),
    TOOL(ErrorCode.AGENT_TOOL),
    MODEL(ErrorCode.AGENT_MODEL),
    CRASH(ErrorCode.AGENT_CRASH);

    private final ErrorCode code;

    ErrorKind(ErrorCode code) {
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(ErrorKind::wireName).toList();
    }
}
