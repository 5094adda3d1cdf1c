package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Our requests to a client of the era before 2026-07-28 that have no answer yet. Their ids are of
/// this hub and this conversation alone: a late answer to a dead hub's question is nobody's.
final class Inquiries {
    private final String name = "strawboss-" + UUID.randomUUID() + "-";
    private final AtomicLong count = new AtomicLong();
    private final Map<Object, CompletableFuture<Map<String, Object>>> open =
            new ConcurrentHashMap<>();

    /// Asks all at once and waits for all answers.
    Optional<Map<String, Map<String, Object>>> ask(
            Map<String, Question> questions, Replies replies, Duration patience)
            throws InterruptedException {
        Map<String, CompletableFuture<Map<String, Object>>> answers = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        boolean answered = false;
        try {
            for (Map.Entry<String, Question> question : questions.entrySet()) {
                String id = name + count.incrementAndGet();
                CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
                ids.add(id);
                answers.put(question.getKey(), answer);
                open.put(id, answer);
                replies.send(request(id, question.getValue()));
            }
            Optional<Map<String, Map<String, Object>>> all = await(answers, patience);
            answered = all.isPresent();
            return all;
        } finally {
            for (String id : ids) {
                if (open.remove(id) != null && !answered) {
                    replies.offer(cancelled(id));
                }
            }
        }
    }

    /// The client has answered; what nobody asked, or no longer wants to know, is ignored.
    void answered(Request answer) {
        Object id = answer.id();
        CompletableFuture<Map<String, Object>> asked = id == null ? null : open.remove(id);
        if (asked != null) {
            asked.complete(answer.outcome());
        }
    }

    private static Optional<Map<String, Map<String, Object>>> await(
            Map<String, CompletableFuture<Map<String, Object>>> answers, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        for (Map.Entry<String, CompletableFuture<Map<String, Object>>> each : answers.entrySet()) {
            try {
                long left = Math.max(0, end - System.nanoTime());
                Map<String, Object> outcome = each.getValue().get(left, TimeUnit.NANOSECONDS);
                if (!(outcome.get("result") instanceof Map)) {
                    return Optional.empty();
                }
                all.put(each.getKey(), Request.object(outcome, "result"));
            } catch (TimeoutException late) {
                return Optional.empty();
            } catch (ExecutionException never) {
                throw new IllegalStateException(never);
            }
        }
        return Optional.of(all);
    }

    private static byte[] request(Object id, Question question) {
        return Json.writeBytes(Answers.request(id, question.method(), question.params()));
    }

    private static byte[] cancelled(Object id) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("requestId", id);
        params.put("reason", "Nobody waits for the answer any more.");
        return Json.writeBytes(Answers.notice("notifications/cancelled", params));
    }
}
