package dev.strawboss.main;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A client with many calls in flight, which counts answers that nobody asked for.
final class Caller implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Wire wire;
    private final Map<String, Object> meta;
    private final Map<String, CompletableFuture<Map<String, Object>>> open =
            new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicInteger surplus = new AtomicInteger();
    private final Thread reader;

    /// @param name of the client
    Caller(Wire wire, String name) {
        this.wire = wire;
        this.meta = Wire.meta(name);
        this.reader = Threads.platform("answers of " + name, this::read);
    }

    CompletableFuture<Map<String, Object>> call(String tool, Map<String, Object> arguments) {
        return call("call-" + count.incrementAndGet(), tool, arguments);
    }

    /// The structured form of the answer, when it comes.
    CompletableFuture<Map<String, Object>> call(
            String id, String tool, Map<String, Object> arguments) {
        return message(id, tool, arguments).thenApply(Caller::structured);
    }

    /// What a call says that fails, code and all; empty if it does not.
    String complaint(String tool, Map<String, Object> arguments) {
        return complaint(tool, arguments, new ArrayList<>());
    }

    /// The same; the job that it accepts otherwise is added to `accepted`.
    String complaint(String tool, Map<String, Object> arguments, List<String> accepted) {
        Map<String, Object> message =
                soon(message("complaint-" + count.incrementAndGet(), tool, arguments));
        Map<String, Object> result = object(message.get("result"));
        if (Boolean.TRUE.equals(result.get("isError"))) {
            return String.valueOf(result);
        }
        accepted.add(String.valueOf(structured(message).get("job")));
        return "";
    }

    private CompletableFuture<Map<String, Object>> message(
            String id, String tool, Map<String, Object> arguments) {
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        open.put(id, answer);
        synchronized (wire) {
            try {
                wire.send(Wire.modern(id, tool, arguments, meta));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return answer;
    }

    /// Runs a shell command as a job.
    ///
    /// @return its id
    String run(String script) {
        return String.valueOf(soon(call("run", command(script))).get("job"));
    }

    /// Waits for a job to finish, however many calls that takes.
    Map<String, Object> finished(String job) {
        for (int i = 0; i < 10; i++) {
            Map<String, Object> answer =
                    soon(call("wait", Map.of("jobs", List.of(job), "seconds", 50L)));
            if (Boolean.TRUE.equals(answer.get("done"))) {
                return first(answer);
            }
        }
        throw new AssertionError("job " + job + " does not finish");
    }

    Map<String, Object> job(String job) {
        return soon(call("job", Map.of("job", job)));
    }

    static Map<String, Object> command(String script) {
        return Map.of("command", List.of("/bin/sh", "-c", script), "directory", "/tmp");
    }

    static Map<String, Object> soon(CompletableFuture<Map<String, Object>> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /// The first job of an answer.
    static Map<String, Object> first(Map<String, Object> answer) {
        return object(((List<?>) answer.getOrDefault("jobs", List.of())).getFirst());
    }

    /// Ends the client's input, reads to the end, and tells how many answers came that no call
    /// waited for.
    int surplus() throws IOException, InterruptedException {
        wire.endInput();
        reader.join();
        return surplus.get();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private void read() {
        try {
            for (Map<String, Object> message = wire.read();
                    message != null;
                    message = wire.read()) {
                if (message.containsKey("id")) {
                    CompletableFuture<Map<String, Object>> waiting =
                            open.remove(String.valueOf(message.get("id")));
                    if (waiting == null) {
                        surplus.incrementAndGet();
                    } else {
                        waiting.complete(message);
                    }
                }
            }
        } catch (IOException e) {
            open.values().forEach(waiting -> waiting.completeExceptionally(e));
        }
        open.values().forEach(waiting -> waiting.completeExceptionally(new IOException("the end")));
    }

    private static Map<String, Object> structured(Map<String, Object> message) {
        Map<String, Object> result = object(message.get("result"));
        if (Boolean.TRUE.equals(result.get("isError")) || !message.containsKey("result")) {
            throw new AssertionError("the call failed: " + message);
        }
        return object(result.get("structuredContent"));
    }

    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
        }
        return object;
    }
}
