package dev.strawboss.client;

import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.HubUnavailable;
import dev.strawboss.bridge.Lines;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls tools of the hub, one after the other. Starts the hub when it does not run, and repeats a
/// call under the same key when the hub dies before its answer. Not for several threads.
public final class HubClient implements AutoCloseable {
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 50;

    private final HubStarter starter;
    private final String name;
    private final String version;
    private final String key = UUID.randomUUID().toString();
    private long count;
    private @Nullable SocketChannel channel;
    private @Nullable Lines lines;

    /// @param name of the client, as jobs record it: `cli`
    public HubClient(HubStarter starter, String name, String version) {
        this.starter = starter;
        this.name = name;
        this.version = version;
    }

    /// Both forms of a tool's answer.
    public record Reply(String text, Map<String, Object> structured) {}

    /// Calls a tool and waits for its answer.
    ///
    /// @throws StrawbossException as the tool threw it in the hub, or if there is no hub
    public Reply call(String tool, Map<String, Object> arguments, ProgressListener listener)
            throws InterruptedException {
        long id = ++count;
        byte[] request = request(id, tool, arguments);
        IOException last = new IOException("never tried");
        for (int i = 0; i < TRIES; i++) {
            try {
                return reply(exchange(id, request, listener));
            } catch (HubUnavailable e) {
                throw unavailable(e, e.stopped());
            } catch (IOException e) {
                close();
                last = e;
                Thread.sleep(PAUSE_MILLIS * i);
            }
        }
        throw unavailable(last, false);
    }

    @Override
    public void close() {
        SocketChannel open = channel;
        channel = null;
        lines = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw unavailable(e, false);
            }
        }
    }

    private Map<String, Object> exchange(long id, byte[] request, ProgressListener listener)
            throws IOException, InterruptedException {
        SocketChannel hub = channel;
        Lines answers = lines;
        if (hub == null || answers == null) {
            SocketChannel fresh = starter.connect();
            hub = fresh;
            answers = new Lines((bytes, from, n) -> fresh.read(ByteBuffer.wrap(bytes, from, n)));
            channel = fresh;
            lines = answers;
        }
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            hub.write(out);
        }
        for (Lines.Line line = answers.next();
                line instanceof Lines.Line.Text text && !answers.atEnd();
                line = answers.next()) {
            Map<String, Object> message = object(Json.parse(text.bytes(), text.from(), text.to()));
            if (Long.valueOf(id).equals(message.get("id"))) {
                return message;
            }
            if ("notifications/progress".equals(message.get("method"))) {
                Map<String, Object> params = object(message.get("params"));
                listener.progress(
                        params.get("progress") instanceof Number n ? n.doubleValue() : 0,
                        String.valueOf(params.getOrDefault("message", "")));
            }
        }
        throw new IOException("the hub went away");
    }

    private byte[] request(long id, String tool, Map<String, Object> arguments) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.put("io.modelcontextprotocol/clientInfo", Map.of("name", name, "version", version));
        meta.put("io.modelcontextprotocol/clientCapabilities", Map.of());
        meta.put("progressToken", id);
        meta.put("dev.strawboss/request", key + "-" + id);
        // they belong to those who stay
        meta.put("dev.strawboss/notices", false);
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("name", tool);
        params.put("arguments", arguments);
        params.put("_meta", meta);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", "tools/call");
        request.put("params", params);
        return (Json.write(request) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Reply reply(Map<String, Object> message) {
        if (message.get("error") instanceof Map<?, ?> error) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT, String.valueOf(error.get("message")), "");
        }
        Map<String, Object> result = object(message.get("result"));
        Map<String, Object> structured = object(result.get("structuredContent"));
        if (Boolean.TRUE.equals(result.get("isError"))) {
            throw failure(object(structured.get("error")));
        }
        return new Reply(text(result.get("content")), structured);
    }

    private static String text(@Nullable Object content) {
        StringBuilder text = new StringBuilder();
        if (content instanceof List<?> blocks) {
            blocks.forEach(block -> text.append(object(block).getOrDefault("text", "")));
        }
        return text.toString();
    }

    private static StrawbossException failure(Map<String, Object> error) {
        return new StrawbossException(
                code(String.valueOf(error.get("code"))),
                String.valueOf(error.get("message")),
                String.valueOf(error.getOrDefault("hint", "")));
    }

    private static ErrorCode code(String wireName) {
        try {
            return ErrorCode.valueOf(wireName.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException ofANewerHub) {
            return ErrorCode.INTERNAL;
        }
    }

    private static StrawbossException unavailable(IOException e, boolean stopped) {
        return new StrawbossException(
                stopped ? ErrorCode.HUB_STOPPED : ErrorCode.HUB_UNREACHABLE,
                Optional.ofNullable(e.getMessage()).orElse(e.toString()),
                stopped ? "" : "Look into its log: strawboss hub logs",
                e);
    }

    private static Map<String, Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // names in JSON are strings
            Map<String, Object> typed = (Map<String, Object>) map;
            return typed;
        }
        return Map.of();
    }
}
