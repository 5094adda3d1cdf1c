package dev.strawboss.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the hub which answers have reached the client, where it wants to know: it says so in a
/// line of its own right before the answer. For the reader's thread.
final class Confirmations {
    static final String WANTED = "dev.strawboss/confirm";

    private final Hub hub;
    private final Pending pending;
    private @Nullable String wanted;
    private List<String> due = new ArrayList<>();

    Confirmations(Hub hub, Pending pending) {
        this.hub = hub;
        this.pending = pending;
    }

    /// The answer to this request is to be confirmed.
    void want(@Nullable String key) {
        wanted = key;
        pending.unconfirmed(1);
    }

    /// The answer to this request is here.
    ///
    /// @param request what it is confirmed by; null if it is for nobody
    void answered(String key, @Nullable String request) {
        if (key.equals(wanted)) {
            wanted = null;
            if (request == null) {
                pending.unconfirmed(-1);
            } else {
                due.add(request);
            }
        }
    }

    /// The hub went away.
    void gone() {
        if (wanted != null) {
            wanted = null;
            pending.unconfirmed(-1);
        }
    }

    /// Everything so far is with the client. Another thread tells the hub: it may write to us
    /// before it reads.
    void flushed() {
        if (due.isEmpty()) {
            return;
        }
        List<String> requests = due;
        due = new ArrayList<>();
        Thread teller =
                new Thread(
                        () -> {
                            hub.written(requests);
                            pending.unconfirmed(-requests.size());
                        },
                        "confirmations");
        teller.setDaemon(true);
        teller.start();
    }
}
