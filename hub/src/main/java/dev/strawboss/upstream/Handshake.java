package dev.strawboss.upstream;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out which era a server speaks, as the specification says (2026-07-28, versioning): a
/// modern request first; a modern answer or a modern error means modern, anything else and silence
/// mean legacy.
final class Handshake {
    /// After so long without an answer `initialize` is sent as well. An answer to the first request
    /// that comes even later still counts: programs that are fetched first are slow to begin.
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final int UNSUPPORTED_REVISION = -32022;
    private static final Set<Integer> MODERN_ERRORS = Set.of(-32020, -32021, UNSUPPORTED_REVISION);

    private final Connection connection;
    private final CallContext context;
    private final long end;

    /// @param end of [System#nanoTime]
    Handshake(Connection connection, Duration patience, long end) {
        this.connection = connection;
        this.context = CallContext.alone(patience);
        this.end = end;
    }

    /// A server that would have none of it.
    ///
    /// @param status of HTTP, 0 for none
    /// @param silent whether it went away without answering the first, modern request
    record Unanswered(Reply reply, int status, boolean silent) {}

    /// @return what was agreed on, or null with [#unanswered] set
    @Nullable Identity begin() throws InterruptedException {
        Pending discover = connection.open("server/discover", context);
        try {
            connection.send(discover, Map.of(), Map.of());
            Optional<Reply> reply =
                    discover.await(Math.min(end, System.nanoTime() + SILENCE.toNanos()));
            if (reply.isEmpty()) {
                return initialize(discover);
            }
            if (gone(reply.get(), discover)) {
                unanswered = new Unanswered(reply.get(), discover.status(), true);
                return null;
            }
            return decided(reply.get(), discover.status());
        } finally {
            connection.close(discover, false);
        }
    }

    /// Without asking for the modern era.
    @Nullable Identity legacy() throws InterruptedException {
        return initialize(null);
    }

    private @Nullable Unanswered unanswered;

    Unanswered unanswered() {
        if (unanswered == null) {
            throw new IllegalStateException("it answered");
        }
        return unanswered;
    }

    /// Whether the reply says nothing about eras.
    private boolean gone(Reply reply, Pending discover) {
        int status = discover.status();
        return reply instanceof Reply.Failed
                && (connection.ended().isPresent()
                        || status == Pending.NO_RESPONSE
                        || status == 401
                        || status == 403
                        || status == 429
                        || status >= 502);
    }

    private @Nullable Identity decided(Reply reply, int status) throws InterruptedException {
        if (reply instanceof Reply.Result result) {
            Optional<Identity> modern = modern(result.value());
            return modern.isPresent() ? agreed(modern.get()) : initialize(null);
        }
        if (reply instanceof Reply.Refused refused && MODERN_ERRORS.contains(refused.code())) {
            return refused(refused, status);
        }
        return initialize(null);
    }

    /// By a server that is modern.
    private @Nullable Identity refused(Reply.Refused refused, int status)
            throws InterruptedException {
        if (refused.code() == UNSUPPORTED_REVISION
                && refused.data() instanceof Map<?, ?> data
                && data.get("supported") instanceof List<?> supported) {
            if (supported.contains(Wire.MODERN)) {
                Reply again =
                        connection.request("server/discover", Map.of(), Map.of(), context, end);
                if (again instanceof Reply.Result result && modern(result.value()).isPresent()) {
                    return agreed(modern(result.value()).get());
                }
            } else if (supported.stream().anyMatch(Wire.LEGACY::contains)) {
                return initialize(null);
            } else {
                throw failed("speaks only revisions of MCP that this hub does not: " + supported);
            }
        }
        unanswered = new Unanswered(refused, status, false);
        return null;
    }

    /// @param discover asked before and not answered yet; null if it was
    private @Nullable Identity initialize(@Nullable Pending discover) throws InterruptedException {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("protocolVersion", Wire.LEGACY.getFirst());
        params.put("capabilities", connection.questions().capabilities(true));
        params.put("clientInfo", connection.client());
        Pending initialize = connection.open("initialize", context);
        try {
            connection.send(initialize, params, Map.of());
            if (discover != null) {
                Pending.awaitEither(discover, initialize, end);
                Optional<Reply> modern = discover.reply();
                if (modern.isPresent()
                        && modern.get() instanceof Reply.Result result
                        && modern(result.value()).isPresent()) {
                    return agreed(modern(result.value()).get());
                }
            }
            Reply reply =
                    initialize
                            .await(end)
                            .orElse(new Reply.Failed("did not answer in time", "", false));
            if (reply instanceof Reply.Result result) {
                Identity identity = agreed(legacy(result.value()));
                connection.tell(Wire.notice("notifications/initialized", Map.of()));
                return identity;
            }
            unanswered = new Unanswered(reply, initialize.status(), false);
            return null;
        } finally {
            connection.close(initialize, false);
        }
    }

    private Identity agreed(Identity identity) {
        connection.agreed(identity);
        return identity;
    }

    private static Optional<Identity> modern(Map<String, Object> result) {
        if (!(result.get("supportedVersions") instanceof List<?> supported)
                || !supported.contains(Wire.MODERN)) {
            return Optional.empty();
        }
        Map<String, Object> meta = Requests.object(result, "_meta");
        Map<String, Object> info =
                meta.get(Wire.PREFIX + "serverInfo") instanceof Map
                        ? Requests.object(meta, Wire.PREFIX + "serverInfo")
                        : Requests.object(result, "serverInfo");
        return Optional.of(identity(result, info, Identity.Era.MODERN, Wire.MODERN));
    }

    private Identity legacy(Map<String, Object> result) {
        Object revision = result.get("protocolVersion");
        if (!(revision instanceof String name) || !Wire.LEGACY.contains(name)) {
            throw failed("speaks a revision of MCP that this hub does not: " + revision);
        }
        Map<String, Object> info = Requests.object(result, "serverInfo");
        return identity(result, info, Identity.Era.LEGACY, name);
    }

    private static Identity identity(
            Map<String, Object> result, Map<String, Object> info, Identity.Era era, String spoken) {
        return new Identity(
                text(info, "name", ""),
                info.get("title") instanceof String title ? title : null,
                text(info, "version", ""),
                result.get("instructions") instanceof String said ? said : null,
                era,
                spoken,
                Requests.object(result, "capabilities"));
    }

    private static String text(Map<String, Object> from, String name, String otherwise) {
        return from.get(name) instanceof String text ? text : otherwise;
    }

    private StrawbossException failed(String what) {
        Reply.Failed failed =
                (Reply.Failed) connection.named("initialize", new Reply.Failed(what, "", false));
        return new StrawbossException(ErrorCode.UPSTREAM_FAILED, failed.sentence(), failed.hint());
    }
}
