package dev.strawboss.bridge;

import java.io.IOException;
import java.io.Serial;

/// There is no hub to talk to; the message says why and what to type.
public final class HubUnavailable extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean stopped;

    HubUnavailable(boolean stopped, String message) {
        super(message);
        this.stopped = stopped;
    }

    /// Whether a person stopped it.
    public boolean stopped() {
        return stopped;
    }
}
