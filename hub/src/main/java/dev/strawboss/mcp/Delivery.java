package dev.strawboss.mcp;

/// Is told, once, what became of an answer. Its methods must not block.
public interface Delivery {
    /// The answer was written to the client: by the bridge where there is one, else to the socket.
    void arrived();

    /// Nobody will read it: the call was cancelled, or the connection ended before.
    void lost();
}
