package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one client speaks: by handshake (until 2025-11-25) or with everything in each request's
/// `_meta` (2026-07-28), both possible in the same conversation.
final class Dialect {
    private static final String CAPABILITIES = Request.PREFIX + "clientCapabilities";
    private static final String CLIENT = Request.PREFIX + "clientInfo";
    private static final String LOG_LEVEL = Request.PREFIX + "logLevel";
    private static final String SERVER = Request.PREFIX + "serverInfo";
    private static final long LIST_TTL_MILLIS = 60_000;

    private final Service service;
    private volatile @Nullable Revision handshake;
    private volatile Client client = Client.UNKNOWN;
    private volatile LogLevel threshold = LogLevel.INFO;

    Dialect(Service service) {
        this.service = service;
    }

    /// The revision a request is to be served in.
    ///
    /// @throws Refusal if it neither says it nor follows a handshake
    Revision revision(Request request) throws Refusal {
        Revision agreed = handshake;
        Object named = request.meta().get(Request.REVISION);
        if (named == null && agreed != null && !request.method().equals("server/discover")) {
            return agreed;
        }
        if (!(named instanceof String name)) {
            throw Refusal.missingMeta(Request.REVISION);
        }
        if (!name.equals(Revision.MODERN.wireName())) {
            throw Refusal.unsupported(name);
        }
        if (!(request.meta().get(CAPABILITIES) instanceof Map)) {
            throw Refusal.missingMeta(CAPABILITIES);
        }
        if (request.meta().containsKey(CLIENT) && !(request.meta().get(CLIENT) instanceof Map)) {
            throw Refusal.missingMeta(CLIENT);
        }
        return Revision.MODERN;
    }

    /// What the client says of itself, with this request or at the handshake.
    Client client(Request request, Revision revision) {
        if (!revision.modern()) {
            return client;
        }
        Map<String, Object> info = Request.object(request.meta(), CLIENT);
        Client known = client;
        return new Client(
                info.get("name") instanceof String name ? name : known.name(),
                info.get("version") instanceof String version ? version : known.version(),
                revision.wireName(),
                Request.object(request.meta(), CAPABILITIES));
    }

    /// The least that the client wants in its log.
    @Nullable LogLevel threshold(Request request, Revision revision) {
        if (!revision.modern()) {
            return threshold;
        }
        Object level = request.meta().get(LOG_LEVEL);
        return level == null ? null : LogLevel.of(level).orElse(null);
    }

    /// The result as its revision wants it.
    Map<String, Object> complete(Map<String, Object> result, Revision revision) {
        if (revision.modern()) {
            result.putIfAbsent("resultType", "complete");
            Map<String, Object> meta = new LinkedHashMap<>(Request.object(result, "_meta"));
            meta.put(SERVER, service.serverInfo());
            result.put("_meta", meta);
        }
        return result;
    }

    /// A result that the client may keep for a while.
    static Map<String, Object> cacheable(Map<String, Object> result, Revision revision) {
        if (revision.modern()) {
            result.put("ttlMs", LIST_TTL_MILLIS);
            result.put("cacheScope", "private");
        }
        return result;
    }

    Map<String, Object> initialize(Request request) throws Refusal {
        Revision revision = Revision.negotiated(request.requiredString("protocolVersion"));
        Map<String, Object> info = Request.object(request.params(), "clientInfo");
        client =
                new Client(
                        info.get("name") instanceof String name ? name : "unknown",
                        info.get("version") instanceof String version ? version : "",
                        revision.wireName(),
                        Request.object(request.params(), "capabilities"));
        handshake = revision;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("protocolVersion", revision.wireName());
        result.put("capabilities", service.capabilities(revision));
        result.put("serverInfo", service.serverInfo());
        result.put("instructions", service.offer().instructions());
        return result;
    }

    Map<String, Object> discover() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("supportedVersions", List.of(Revision.MODERN.wireName()));
        result.put("capabilities", service.capabilities(Revision.MODERN));
        result.put("instructions", service.offer().instructions());
        return cacheable(result, Revision.MODERN);
    }

    Map<String, Object> setLevel(Request request) throws Refusal {
        threshold =
                LogLevel.of(String.valueOf(request.params().get("level")))
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "params.level is none of the levels debug, info, notice,"
                                                + " warning, error, critical, alert, emergency."));
        return new LinkedHashMap<>();
    }
}
