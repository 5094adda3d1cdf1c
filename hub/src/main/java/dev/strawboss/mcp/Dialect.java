package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one client speaks: by handshake (until 2025-11-25) or with everything in each request's
/// `_meta` (2026-07-28), both possible on the same connection.
final class Dialect {
    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String REVISION = PREFIX + "protocolVersion";
    private static final String CAPABILITIES = PREFIX + "clientCapabilities";
    private static final String CLIENT = PREFIX + "clientInfo";
    private static final String SERVER = PREFIX + "serverInfo";
    private static final long LIST_TTL_MILLIS = 60_000;

    private final Service service;
    private @Nullable Revision handshake;
    private String client = "unknown";

    Dialect(Service service) {
        this.service = service;
    }

    /// Answers every method but `tools/call`.
    Map<String, Object> answer(Request request) throws Refusal {
        return switch (request.method()) {
            case "initialize" -> initialize(request);
            case "server/discover" -> discover(request);
            case "tools/list" -> tools(request);
            case "ping" -> ping(request);
            default ->
                    throw new Refusal(
                            Refusal.UNKNOWN_METHOD, "Unknown method: " + request.method() + ".");
        };
    }

    /// The revision a request is to be served in.
    ///
    /// @throws Refusal if it neither says it nor follows a handshake
    Revision revision(Request request) throws Refusal {
        Object named = request.meta().get(REVISION);
        if (named == null && handshake != null && !request.method().equals("server/discover")) {
            return handshake;
        }
        if (!(named instanceof String name)) {
            throw missing(REVISION);
        }
        if (!name.equals(Revision.MODERN.wireName())) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("supported", List.of(Revision.MODERN.wireName()));
            data.put("requested", name);
            throw new Refusal(
                    Refusal.UNSUPPORTED_REVISION, "Unsupported protocol version: " + name, data);
        }
        if (!(request.meta().get(CAPABILITIES) instanceof Map)) {
            throw missing(CAPABILITIES);
        }
        if (request.meta().containsKey(CLIENT) && !(request.meta().get(CLIENT) instanceof Map)) {
            throw missing(CLIENT);
        }
        return Revision.MODERN;
    }

    /// The name the client gave itself.
    String client(Request request) {
        Object name = Request.object(request.meta(), CLIENT).get("name");
        return name instanceof String text ? text : client;
    }

    /// The result as its revision wants it.
    Map<String, Object> complete(Map<String, Object> result, Revision revision) {
        if (revision.modern()) {
            result.put("resultType", "complete");
            result.put("_meta", Map.of(SERVER, service.serverInfo()));
        }
        return result;
    }

    private Map<String, Object> initialize(Request request) throws Refusal {
        String requested =
                request.string("protocolVersion")
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.INVALID_PARAMS,
                                        "params.protocolVersion is missing."));
        Revision revision = Revision.negotiated(requested);
        handshake = revision;
        if (Request.object(request.params(), "clientInfo").get("name") instanceof String name) {
            client = name;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("protocolVersion", revision.wireName());
        result.put("capabilities", capabilities());
        result.put("serverInfo", service.serverInfo());
        result.put("instructions", service.instructions());
        return result;
    }

    private Map<String, Object> discover(Request request) throws Refusal {
        Revision revision = revision(request);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("supportedVersions", List.of(Revision.MODERN.wireName()));
        result.put("capabilities", capabilities());
        result.put("instructions", service.instructions());
        return complete(cacheable(result), revision);
    }

    private Map<String, Object> tools(Request request) throws Refusal {
        Revision revision = revision(request);
        if (request.params().get("cursor") != null) {
            throw new Refusal(Refusal.INVALID_PARAMS, "Unknown cursor: all tools are on one page.");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("tools", service.catalog().list(revision));
        return complete(revision.modern() ? cacheable(result) : result, revision);
    }

    private Map<String, Object> ping(Request request) throws Refusal {
        if (request.meta().containsKey(REVISION)) {
            throw new Refusal(Refusal.UNKNOWN_METHOD, "Unknown method: ping.");
        }
        return Map.of();
    }

    private static Map<String, Object> capabilities() {
        return Map.of("tools", Map.of());
    }

    private static Map<String, Object> cacheable(Map<String, Object> result) {
        result.put("ttlMs", LIST_TTL_MILLIS);
        result.put("cacheScope", "private");
        return result;
    }

    private static Refusal missing(String name) {
        return new Refusal(
                Refusal.INVALID_PARAMS,
                "params._meta needs " + name + " (or send initialize first).");
    }
}
