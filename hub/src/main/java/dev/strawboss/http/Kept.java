package dev.strawboss.http;

import dev.strawboss.mcp.Delivery;
import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Replies;
import org.jspecify.annotations.Nullable;

/// Keeps an answer that comes at once, to be looked at before it is sent, and nothing else.
final class Kept implements Replies {
    private byte[] message = new byte[0];
    private @Nullable Refusal refusal;

    byte[] message() {
        return message;
    }

    boolean refused() {
        return refusal != null;
    }

    @Override
    public void offer(byte[] other) {}

    @Override
    public void send(byte[] other) {}

    @Override
    public void answer(byte[] answer, @Nullable Refusal why, Delivery delivery) {
        message = answer;
        refusal = why;
        delivery.arrived();
    }
}
