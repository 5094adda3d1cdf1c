package dev.strawboss.json;

import java.io.Serial;

/// Text that is not JSON (RFC 8259), or not within our limits; the message says what and where.
public final class JsonException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }
}
