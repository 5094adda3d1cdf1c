package dev.strawboss.mcp;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that the protocol itself refuses; becomes a JSON-RPC error.
public final class Refusal extends Exception {
    public static final int NOT_JSON = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int UNKNOWN_METHOD = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL = -32603;
    public static final int BUSY = -32000;

    /// Of an unknown resource, before 2026-07-28.
    static final int NO_SUCH_RESOURCE = -32002;

    public static final int HEADER_MISMATCH = -32020;
    static final int MISSING_CAPABILITY = -32021;
    static final int UNSUPPORTED_REVISION = -32022;

    @Serial private static final long serialVersionUID = 1L;

    private final int code;
    private final int httpStatus;
    private final transient Map<String, Object> data;

    public Refusal(int code, String message) {
        this(code, message, Map.of());
    }

    Refusal(int code, String message, Map<String, Object> data) {
        this(code, message, data, httpStatus(code));
    }

    private Refusal(int code, String message, Map<String, Object> data, int httpStatus) {
        super(message);
        this.code = code;
        this.data = data;
        this.httpStatus = httpStatus;
    }

    /// `params._meta` lacks something.
    static Refusal missingMeta(String name) {
        return new Refusal(
                INVALID_PARAMS,
                "params._meta needs " + name + " (or send initialize first).",
                Map.of(),
                400);
    }

    static Refusal unsupported(String revision) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("supported", List.of(Revision.MODERN.wireName()));
        data.put("requested", revision);
        return new Refusal(UNSUPPORTED_REVISION, "Unsupported protocol version: " + revision, data);
    }

    static Refusal unknown(String method) {
        return new Refusal(UNKNOWN_METHOD, "Unknown method: " + method + ".");
    }

    static Refusal invalid(String sentence) {
        return new Refusal(INVALID_PARAMS, sentence);
    }

    static Refusal missing(MissingCapability missing) {
        return new Refusal(
                MISSING_CAPABILITY,
                String.valueOf(missing.getMessage()),
                Map.of("requiredCapabilities", missing.required()));
    }

    /// What could not be done for a client that gets no tool answer.
    static Refusal of(StrawbossException failure) {
        String message = String.valueOf(failure.getMessage());
        return new Refusal(
                failure.code().fault() == ErrorCode.Fault.CALLER ? INVALID_PARAMS : INTERNAL,
                failure.hint().isEmpty() ? message : message + " " + failure.hint(),
                Map.of("code", failure.code().wireName()));
    }

    public int code() {
        return code;
    }

    /// The status of an HTTP response that carries it in the era of 2026-07-28.
    public int httpStatus() {
        return httpStatus;
    }

    Map<String, Object> data() {
        return data;
    }

    private static int httpStatus(int code) {
        return switch (code) {
            case UNKNOWN_METHOD -> 404;
            case NOT_JSON,
                    INVALID_REQUEST,
                    HEADER_MISMATCH,
                    MISSING_CAPABILITY,
                    UNSUPPORTED_REVISION ->
                    400;
            case BUSY -> 503;
            default -> 200;
        };
    }
}
