package dev.strawboss.mcp;

import dev.strawboss.bridge.Envelope;
import dev.strawboss.bridge.Lines;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import org.jspecify.annotations.Nullable;

/// Takes messages in as far as there is memory for them.
final class Intake {
    private static final int LEAST_COST = 1 << 10;

    private final Budget budget;

    Intake(Budget budget) {
        this.budget = budget;
    }

    Lines.Room room() {
        return budget.room();
    }

    Received message(byte[] bytes, int from, int to) {
        int cost = Math.max(Budget.cost(bytes, from, to), LEAST_COST);
        if (!Budget.fits(cost)) {
            return refused(
                    Envelope.of(bytes, from, to),
                    Refusal.INVALID_REQUEST,
                    "The message holds too many values for its size.");
        }
        if (!budget.takeRequest(cost)) {
            return refused(
                    Envelope.of(bytes, from, to),
                    Refusal.BUSY,
                    "Too many bytes of requests are under way. Send it again later.");
        }
        boolean taken = false;
        try {
            Request request = Request.parse(bytes, from, to);
            taken = true;
            return new Received.Message(request, () -> budget.giveRequest(cost));
        } catch (Refusal refusal) {
            return new Received.Refused(null, refusal);
        } finally {
            if (!taken) {
                budget.giveRequest(cost);
            }
        }
    }

    /// Of a message that was not kept.
    static Received.Refused tooLong(Lines.Line.TooLong line) {
        return line.noRoom()
                ? refused(
                        line.envelope(),
                        Refusal.BUSY,
                        "There is no room for a message of this size now. Send it again later.")
                : refused(
                        line.envelope(),
                        Refusal.INVALID_REQUEST,
                        "The message is longer than 32 MB.");
    }

    private static Received.Refused refused(Envelope envelope, int code, String sentence) {
        return new Received.Refused(id(envelope.id()), new Refusal(code, sentence));
    }

    /// Null also for what only looks like an id, such as `01`.
    private static @Nullable Object id(@Nullable String raw) {
        try {
            return raw == null ? null : Json.parse(raw);
        } catch (JsonException notOne) {
            return null;
        }
    }
}
