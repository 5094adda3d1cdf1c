package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request after the other; what comes in between is kept.
final class Talk implements AutoCloseable {
    private final Wire wire;
    private final Map<String, Object> meta;
    private final List<Map<String, Object>> between = new ArrayList<>();
    private long id;

    Talk(Wire wire, Map<String, Object> meta) {
        this.wire = wire;
        this.meta = meta;
    }

    void send(String method, Map<String, Object> given) throws IOException {
        Map<String, Object> params = new LinkedHashMap<>(given);
        Map<String, Object> all = new LinkedHashMap<>(meta);
        all.putAll(object(given.get("_meta")));
        if (!all.isEmpty()) {
            params.put("_meta", all);
        }
        wire.send(
                Json.write(
                        Map.of("jsonrpc", "2.0", "id", ++id, "method", method, "params", params)));
    }

    Map<String, Object> ask(String method, Map<String, Object> params) throws IOException {
        send(method, params);
        return result();
    }

    Map<String, Object> raw(String method, Map<String, Object> params) throws IOException {
        send(method, params);
        return response();
    }

    /// The structured answer.
    Map<String, Object> tool(String name, Map<String, Object> arguments) throws IOException {
        Map<String, Object> result =
                ask("tools/call", Map.of("name", name, "arguments", arguments));
        return object(result.get("structuredContent"));
    }

    Map<String, Object> result() throws IOException {
        Map<String, Object> response = response();
        assertThat(response).containsKey("result");
        return object(response.get("result"));
    }

    private Map<String, Object> response() throws IOException {
        while (true) {
            Map<String, Object> message = wire.require();
            if (Long.valueOf(id).equals(message.get("id")) && !message.containsKey("method")) {
                return message;
            }
            between.add(message);
        }
    }

    /// The next message of this method, also one that came before.
    Map<String, Object> awaits(String method) throws IOException {
        while (true) {
            for (Map<String, Object> message : List.copyOf(between)) {
                if (method.equals(message.get("method"))) {
                    between.remove(message);
                    return message;
                }
            }
            between.add(wire.require());
        }
    }

    void answer(Map<String, Object> request, Map<String, Object> result) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", request.get("id"));
        answer.put("result", result);
        wire.send(Json.write(answer));
    }

    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
        }
        return object;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
