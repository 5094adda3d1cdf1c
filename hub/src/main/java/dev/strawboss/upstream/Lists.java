package dev.strawboss.upstream;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a list of a server to its end, which there must be.
final class Lists {
    static final int MOST_ENTRIES = 10_000;
    private static final int MOST_PAGES = 1_000;
    private static final int UNKNOWN_METHOD = -32601;

    private Lists() {}

    /// @param member of the result that has the entries
    /// @param end of [System#nanoTime], for all pages
    static List<Map<String, Object>> all(
            Connection connection, String method, String member, CallContext context, long end)
            throws InterruptedException {
        List<Map<String, Object>> entries = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        Map<String, Object> params = new LinkedHashMap<>();
        while (true) {
            Reply reply = connection.request(method, params, Map.of(), context, end);
            Map<String, Object> page =
                    switch (reply) {
                        case Reply.Result(var value) -> value;
                        case Reply.Refused refused when refused.code() == UNKNOWN_METHOD -> {
                            if (!entries.isEmpty()) {
                                throw failed(connection, method, "ended its list too early");
                            }
                            yield Map.of();
                        }
                        case Reply.Refused(int code, String message, _) ->
                                throw failed(
                                        connection, method, "refused: " + message + " " + code);
                        case Reply.Failed(String sentence, String hint, _) ->
                                throw new StrawbossException(
                                        ErrorCode.UPSTREAM_FAILED, sentence, hint);
                    };
            add(page.get(member), entries);
            if (!(page.get("nextCursor") instanceof String cursor)) {
                return entries;
            }
            if (entries.size() > MOST_ENTRIES
                    || cursors.size() >= MOST_PAGES
                    || !cursors.add(cursor)) {
                throw failed(
                        connection, method, "has a list that does not end, or is unusably long");
            }
            params.put("cursor", cursor);
        }
    }

    private static void add(@Nullable Object page, List<Map<String, Object>> entries) {
        if (page instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map) {
                    @SuppressWarnings("unchecked") // the parser makes no other maps
                    Map<String, Object> definition = (Map<String, Object>) map;
                    entries.add(definition);
                }
            }
        }
    }

    private static StrawbossException failed(Connection connection, String method, String what) {
        Reply reply = connection.named(method, new Reply.Failed(what, "", false));
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                reply instanceof Reply.Failed failed ? failed.sentence() : what,
                connection.hint());
    }
}
