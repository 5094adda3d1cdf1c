package dev.strawboss.mcp;

import org.jspecify.annotations.Nullable;

/// How a client has come in.
///
/// @param principal whom the way in has found to be calling
/// @param transport `socket`, `stdio` or `http`
/// @param session what its calls belong to; null if the conversation is the session, or its bridge
public record Origin(String principal, String transport, @Nullable Session session) {
    /// Of the user of this machine, who may open the hub's socket.
    public static final String LOCAL = "local";
}
