package dev.strawboss.mcp;

/// Is told, once, what became of an answer. Its methods must not block.
public interface Delivery {
    /// Of an answer that nobody asks about.
    Delivery UNASKED =
            new Delivery() {
                @Override
                public void arrived() {}

                @Override
                public void lost() {}
            };

    /// The answer was written to the client: by the bridge where there is one, else to the socket.
    void arrived();

    /// Nobody will read it: the call was cancelled, or the connection ended before.
    void lost();
}
