package dev.strawboss.http;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// One HTTP request and its response.
record Exchange(Request request, Response response, Callback done) {
    static final String SESSION = "Mcp-Session-Id";
    static final String VERSION = "MCP-Protocol-Version";
    static final int FORBIDDEN = -32000;

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /// Runs when the response is complete or broken off.
    void whenComplete(Runnable then) {
        Request.addCompletionListener(request, _ -> then.run());
    }

    /// The whole answer.
    void json(int status, byte[] body, Outflow.Ending ending) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(
                true,
                ByteBuffer.wrap(body),
                Callback.from(
                        () -> {
                            ending.over(true);
                            done.succeeded();
                        },
                        cause -> {
                            ending.over(false);
                            done.failed(cause);
                        }));
    }

    /// An error of a message whose id is not known.
    void refuse(int status, int code, String sentence) {
        refuse(status, null, code, sentence);
    }

    void refuse(int status, @Nullable Object id, int code, String sentence) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", Map.of("code", (long) code, "message", sentence));
        json(status, Json.writeBytes(answer), _ -> {});
    }

    /// An answer without a body.
    void empty(int status) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), done);
    }

    /// Begins a stream of events.
    ///
    /// @param gone called when the client has gone
    Outflow events(Runnable gone) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        response.getHeaders().put("X-Accel-Buffering", "no");
        response.getHeaders().put(HttpHeader.CONNECTION, "close"); // see Gone
        Outflow out = new Outflow(response, done, gone);
        Gone.watch(request, () -> out.abort(new ClientGone()));
        return out;
    }

    /// Why a stream was broken off.
    static final class ClientGone extends IOException {
        @Serial private static final long serialVersionUID = 1L;

        ClientGone() {
            super("the client has gone");
        }
    }
}
