package dev.strawboss.bench;

import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// A stdio MCP server as a client sees it: a process, one line in, one line out.
final class StdioServer implements AutoCloseable {
    private static final String NOTICE = "\"method\":\"notifications/";

    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"strawboss-bench\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;
    private int asked = 1_000_000_000;

    StdioServer(List<String> command, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        process = builder.start();
        in = process.getOutputStream();
        out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8),
                        1 << 16);
    }

    static String initialize(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                + "\"clientInfo\":{\"name\":\"strawboss-bench\",\"version\":\"1\"}}}\n";
    }

    static String call(int id, String tool, Map<String, Object> arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":"
                + Json.write(arguments)
                + ","
                + META
                + "}}\n";
    }

    long pid() {
        return process.pid();
    }

    /// Sends one line and waits for one line.
    String exchange(String line) throws IOException {
        in.write(line.getBytes(StandardCharsets.UTF_8));
        in.flush();
        return answer();
    }

    /// Calls a tool.
    ///
    /// @return the structured content of its answer
    Map<?, ?> ask(String tool, Map<String, Object> arguments) throws IOException {
        String answer = exchange(call(asked++, tool, arguments));
        refuseErrors(answer);
        Map<?, ?> result =
                (Map<?, ?>) Objects.requireNonNull(Json.parseObject(answer).get("result"));
        return (Map<?, ?>) Objects.requireNonNull(result.get("structuredContent"));
    }

    /// How many jobs a filter of the tool `jobs` finds.
    long total(Map<String, Object> filter) throws IOException {
        return ((Number) Objects.requireNonNull(ask("jobs", filter).get("total"))).longValue();
    }

    /// The time of `count` exchanges one after another.
    Timings exchanges(int count, IntFunction<String> line) throws IOException {
        Timings timings = new Timings(count);
        for (int i = 0; i < count; i++) {
            String request = line.apply(i);
            long begin = System.nanoTime();
            String answer = exchange(request);
            timings.add(System.nanoTime() - begin);
            refuseErrors(answer);
        }
        return timings;
    }

    /// How many exchanges there are in a second with `window` requests always under way.
    double rate(int count, int window, IntFunction<String> line) throws IOException {
        byte[][] requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = line.apply(i).getBytes(StandardCharsets.UTF_8);
        }
        long begin = System.nanoTime();
        int sent = 0;
        for (; sent < Math.min(window, count); sent++) {
            in.write(requests[sent]);
        }
        in.flush();
        for (int answered = 0; answered < count; answered++) {
            String answer = answer();
            if (answered % 1_000 == 0) {
                refuseErrors(answer);
            }
            if (sent < count) {
                in.write(requests[sent++]);
            }
            if (!out.ready() || sent == count) {
                in.flush();
            }
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    /// The same, with the time of each; an end of the server loses what has no answer.
    Flights.Run flight(int count, int window, IntFunction<String> line) throws IOException {
        Map<Integer, Long> begun = new HashMap<>();
        Timings timings = new Timings(count);
        int sent = 0;
        int answered = 0;
        while (answered < count) {
            for (; sent < count && begun.size() < window; sent++) {
                String request = line.apply(sent);
                begun.put(id(request), System.nanoTime());
                in.write(request.getBytes(StandardCharsets.UTF_8));
            }
            in.flush();
            String answer = out.readLine();
            if (answer == null) {
                break;
            }
            Long begin = begun.remove(id(answer));
            if (begin != null && answer.contains("\"result\"")) {
                timings.add(System.nanoTime() - begin);
                answered++;
            }
        }
        return Flights.Run.of(timings, answered, count);
    }

    private static int id(String message) {
        int from = message.indexOf("\"id\":") + 5;
        int to = from;
        while (to < message.length() && Character.isDigit(message.charAt(to))) {
            to++;
        }
        return to > from ? Integer.parseInt(message.substring(from, to)) : -1;
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next answer; what a client is told in between, such as changed lists, is none.
    private String answer() throws IOException {
        while (true) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the server ended");
            }
            if (!line.contains(NOTICE)) {
                return line;
            }
        }
    }

    private static void refuseErrors(String answer) {
        if (answer.contains("\"isError\":true") || answer.contains("\"error\":{")) {
            throw new IllegalStateException("an answer is an error: " + answer);
        }
    }
}
