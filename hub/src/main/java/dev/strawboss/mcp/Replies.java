package dev.strawboss.mcp;

import org.jspecify.annotations.Nullable;

/// Where what belongs to one request goes: the outbox of a socket, or one HTTP response. Messages
/// are JSON on one line, without the line end.
public interface Replies {
    /// A message that may as well be left out if the client does not keep up.
    void offer(byte[] message);

    /// A message before the answer: a request of ours or a notice. Waits for room.
    void send(byte[] message) throws InterruptedException;

    /// The last message. Waits for room.
    ///
    /// @param refusal what the answer says, if the request was refused by the protocol itself
    /// @param delivery is told once it was written, or will not be
    void answer(byte[] message, @Nullable Refusal refusal, Delivery delivery)
            throws InterruptedException;
}
