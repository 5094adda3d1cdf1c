package dev.strawboss.errors;

import java.io.Serial;

/// "Could not do it": one sentence that names the thing, and a hint, the next command to type.
public final class StrawbossException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String hint;

    /// @param message one sentence that names the thing; no secrets
    /// @param hint what to do next, preferably a command; may be empty
    public StrawbossException(ErrorCode code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    public StrawbossException(ErrorCode code, String message, String hint, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public ErrorCode code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
