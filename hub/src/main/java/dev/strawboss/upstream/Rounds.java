package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A request of the modern era to its result: what the server wants to know is asked and the
/// request made again, as often as need be (multi round-trip requests).
final class Rounds {
    private static final int MOST = 16;

    private final Connection connection;
    private final String method;
    private final CallContext context;
    private final long end;

    Rounds(Connection connection, String method, CallContext context, long end) {
        this.connection = connection;
        this.method = method;
        this.context = context;
        this.end = end;
    }

    Reply run(Map<String, Object> params, Map<String, String> headers) throws InterruptedException {
        Map<String, Object> current = params;
        for (int round = 0; round < MOST; round++) {
            Reply reply = connection.request(method, current, headers, context, end);
            if (!(reply instanceof Reply.Result(var result))) {
                return reply;
            }
            Object type = result.get("resultType");
            if (type == null || type.equals("complete")) {
                return reply;
            }
            if (!type.equals("input_required")) {
                return failed("gave a result of a kind that was not agreed on: " + type);
            }
            Map<String, Object> questions = Requests.object(result, "inputRequests");
            Object state = result.get("requestState");
            if (questions.isEmpty() && state == null) {
                return failed("wants to know something and does not say what");
            }
            Map<String, Object> answers = new LinkedHashMap<>();
            for (Map.Entry<String, Object> question : questions.entrySet()) {
                Optional<Map<String, Object>> answer = answer(question.getValue());
                if (answer.isEmpty()) {
                    return failed("asks what it was not offered, or was not answered in time");
                }
                answers.put(question.getKey(), answer.get());
            }
            current = again(params, answers, state);
        }
        return failed("asks again and again");
    }

    private static Map<String, Object> again(
            Map<String, Object> params, Map<String, Object> answers, @Nullable Object state) {
        Map<String, Object> again = new LinkedHashMap<>(params);
        if (!answers.isEmpty()) {
            again.put("inputResponses", answers);
        }
        if (state != null) {
            again.put("requestState", state);
        }
        return again;
    }

    /// On a thread of its own, so that it ends when the time of the call does.
    private Optional<Map<String, Object>> answer(Object question) throws InterruptedException {
        if (!(question instanceof Map<?, ?> map) || !(map.get("method") instanceof String asked)) {
            return Optional.empty();
        }
        CompletableFuture<Optional<Map<String, Object>>> answer = new CompletableFuture<>();
        Thread thread =
                Threads.virtual(
                        "upstream-question",
                        () -> {
                            try {
                                answer.complete(
                                        connection
                                                .questions()
                                                .answer(
                                                        asked,
                                                        Requests.object(map, "params"),
                                                        context));
                            } catch (InterruptedException | RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return Optional.empty();
        } finally {
            thread.interrupt();
        }
    }

    private Reply failed(String what) {
        return connection.named(method, new Reply.Failed(what, "", false));
    }
}
