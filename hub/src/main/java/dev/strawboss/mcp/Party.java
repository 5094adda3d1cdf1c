package dev.strawboss.mcp;

import org.jspecify.annotations.Nullable;

/// Who makes a request, and how it is to be served.
///
/// @param threshold the least that the client wants in its log; null if nothing
record Party(
        Client client,
        Revision revision,
        String principal,
        Session session,
        @Nullable LogLevel threshold) {}
