package dev.strawboss.mcp;

import java.io.Serial;
import java.util.Map;

/// A request that the protocol itself refuses; becomes a JSON-RPC error.
final class Refusal extends Exception {
    static final int NOT_JSON = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int UNKNOWN_METHOD = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL = -32603;
    static final int BUSY = -32000;
    static final int UNSUPPORTED_REVISION = -32022;

    @Serial private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Object> data;

    Refusal(int code, String message) {
        this(code, message, Map.of());
    }

    Refusal(int code, String message, Map<String, Object> data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    int code() {
        return code;
    }

    Map<String, Object> data() {
        return data;
    }
}
