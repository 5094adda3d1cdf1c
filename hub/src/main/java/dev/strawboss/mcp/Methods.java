package dev.strawboss.mcp;

import java.util.Set;

/// The methods there are, each in one era or both. What a server does not offer is unknown too;
/// that shows later.
final class Methods {
    private static final Set<String> MODERN =
            Set.of(
                    "server/discover",
                    "subscriptions/listen",
                    "tasks/get",
                    "tasks/update",
                    "tasks/cancel");
    private static final Set<String> LEGACY =
            Set.of("logging/setLevel", "resources/subscribe", "resources/unsubscribe");
    private static final Set<String> BOTH =
            Set.of(
                    "tools/list",
                    "tools/call",
                    "prompts/list",
                    "prompts/get",
                    "resources/list",
                    "resources/templates/list",
                    "resources/read",
                    "completion/complete");

    private Methods() {}

    /// @throws Refusal if no client can mean it
    static void check(Request request) throws Refusal {
        String method = request.method();
        boolean modern = request.revision().isPresent() || method.equals("server/discover");
        if (!BOTH.contains(method) && !(modern ? MODERN : LEGACY).contains(method)) {
            throw Refusal.unknown(method);
        }
    }
}
