package dev.strawboss.upstream;

import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A server of the legacy era that does, by the name of the tool that is called, what servers
/// should not do.
final class HostileServer {
    private static final PrintStream OUT =
            new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false);

    private final String mode;
    private final List<Object> held = new ArrayList<>();
    private int more;
    private Object asking = "";

    private HostileServer(String mode) {
        this.mode = mode;
    }

    /// The command that starts it.
    static Target.Stdio target(String mode) {
        return Peers.command(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                HostileServer.class.getName(),
                mode);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        if (args[0].equals("banner")) {
            OUT.print("Welcome to a server that talks on its standard output!\n\n");
        }
        if (args[0].equals("mute")) {
            Thread.sleep(600_000);
        }
        if (args[0].equals("dead")) {
            System.err.println("boom: no such database");
            System.exit(4);
        }
        HostileServer server = new HostileServer(args[0]);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            server.message(Json.parseObject(line));
            OUT.flush();
        }
    }

    private void message(Map<String, Object> message) throws Exception {
        Object id = message.get("id");
        if (!(message.get("method") instanceof String method)) {
            result(asking, text("answered " + Json.write(message.get("result"))));
            return;
        }
        if (id == null) {
            return;
        }
        switch (method) {
            case "server/discover" -> discover(id);
            case "initialize" -> initialize(id);
            case "tools/list" -> tools(id, Requests.object(message, "params"));
            case "tools/call" -> call(id, Requests.object(message, "params"));
            default -> error(id, -32601, "no such method");
        }
    }

    private void discover(Object id) {
        switch (mode) {
            case "leaves" -> System.exit(1);
            case "silent" -> {}
            case "modern" -> {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("resultType", "complete");
                result.put("supportedVersions", List.of("2026-07-28"));
                result.put("capabilities", Map.of("tools", Map.of("listChanged", true)));
                result.put("_meta", Map.of("io.modelcontextprotocol/serverInfo", info()));
                result(id, result);
            }
            case "agrees" -> result(id, Map.of());
            case "future" ->
                    line(
                            "{\"jsonrpc\":\"2.0\",\"id\":"
                                    + id
                                    + ",\"error\":{\"code\":-32022,\"message\":\"no\",\"data\":{\"supported\":[\"2031-01-01\"]}}}");
            default -> error(id, -32602, "Invalid request parameters");
        }
    }

    private void initialize(Object id) {
        if (mode.equals("strange")) {
            result(id, Map.of("protocolVersion", "1999-01-01", "capabilities", Map.of()));
            return;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("protocolVersion", "2025-06-18");
        result.put("capabilities", Map.of("tools", Map.of("listChanged", true)));
        result.put("serverInfo", info());
        result(id, result);
    }

    private static Map<String, Object> info() {
        return Map.of("name", "hostile", "version", "0.1");
    }

    private void tools(Object id, Map<String, Object> params) {
        List<Object> tools = new ArrayList<>();
        Map<String, Object> result = new LinkedHashMap<>();
        switch (mode) {
            case "endless" -> {
                tools.add(tool("echo"));
                result.put("nextCursor", params.getOrDefault("cursor", "") + "x");
            }
            case "circular" -> {
                tools.add(tool("echo"));
                result.put("nextCursor", "same");
            }
            case "many" -> {
                int page = Integer.parseInt(String.valueOf(params.getOrDefault("cursor", "0")));
                for (int i = 0; i < 500; i++) {
                    tools.add(tool("tool-" + (page * 500 + i)));
                }
                if (page < 9) {
                    result.put("nextCursor", String.valueOf(page + 1));
                }
            }
            case "names" -> {
                tools.add(tool("n".repeat(500)));
                tools.add(tool("twice"));
                tools.add(tool("twice"));
                tools.add(tool("\u202eевил\u0000\ud800 😀"));
                tools.add("no tool at all");
            }
            default -> {
                tools.add(tool("echo"));
                for (int i = 0; i < more; i++) {
                    tools.add(tool("added" + i));
                }
            }
        }
        result.put("tools", tools);
        result(id, result);
    }

    private static Map<String, Object> tool(String name) {
        return Map.of("name", name, "inputSchema", Map.of("type", "object"));
    }

    private void call(Object id, Map<String, Object> params) throws Exception {
        Map<String, Object> arguments = Requests.object(params, "arguments");
        switch (String.valueOf(params.get("name"))) {
            case "echo" -> result(id, text("echo " + arguments.get("text")));
            case "exit" -> {
                System.err.println("starting");
                System.err.println("fatal: the disk is gone");
                System.exit(3);
            }
            case "kill" -> {
                long self = ProcessHandle.current().pid();
                new ProcessBuilder("sh", "-c", "kill -9 " + self).start().waitFor();
            }
            case "silent" -> {}
            case "pid" -> result(id, text(String.valueOf(ProcessHandle.current().pid())));
            case "twice" -> {
                result(id, text("first"));
                result(id, text("second"));
            }
            case "wrong id" -> {
                result(((Number) id).longValue() + 1_000, text("for whom?"));
                result("a string", text("for whom?"));
            }
            case "invalid json" ->
                    line("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{nope}}");
            case "invalid utf-8" -> {
                OUT.print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"content\":\"");
                OUT.write(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff});
                OUT.print("\"}}\n");
            }
            case "no result" -> line("{\"jsonrpc\":\"2.0\",\"id\":" + id + "}");
            case "deep" ->
                    line(
                            "{\"jsonrpc\":\"2.0\",\"id\":"
                                    + id
                                    + ",\"result\":"
                                    + "[".repeat(100_000)
                                    + "]".repeat(100_000)
                                    + "}");
            case "wide" -> {
                OUT.print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"content\":[1");
                for (int i = 0; i < 4_000_000; i++) {
                    OUT.print(",[]");
                }
                OUT.print("]}}\n");
            }
            case "noise" -> {
                line("DEBUG: not a message");
                line("null");
                line("[1, 2, {}]");
                line("{\"a\":1}");
                result(id, text("after the noise"));
            }
            case "big" -> {
                int size = Integer.parseInt(String.valueOf(arguments.get("bytes")));
                OUT.print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"content\":");
                OUT.print("[{\"type\":\"text\",\"text\":\"");
                OUT.print("x".repeat(size));
                OUT.print("\"}]}}\n");
            }
            case "flood" -> {
                for (int i = 0; i < 50_000; i++) {
                    notice("notifications/tools/list_changed", Map.of());
                    notice("notifications/message", Map.of("level", "info", "data", i));
                    notice("notifications/progress", Map.of("progressToken", id, "progress", i));
                }
                result(id, text("flooded"));
            }
            case "endless" -> {
                while (true) {
                    OUT.print("y".repeat(10_000));
                }
            }
            case "errors" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.err.println("error " + i + " that nobody wants to read");
                }
                result(id, text("complained"));
            }
            case "hold" -> {
                held.add(id);
                if (held.size() == 3) {
                    for (Object each : held.reversed()) {
                        result(each, text("held " + each));
                    }
                }
            }
            case "ask" -> {
                asking = id;
                line(
                        "{\"jsonrpc\":\"2.0\",\"id\":\"q1\",\"method\":\"elicitation/create\",\"params\":"
                                + "{\"message\":\"Sure?\",\"requestedSchema\":{\"type\":\"object\",\"properties\":{}}}}");
            }
            case "sample" -> {
                asking = id;
                line("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"sampling/createMessage\"}");
            }
            case "more" -> {
                more++;
                notice("notifications/tools/list_changed", Map.of());
                result(id, text("one more"));
            }
            case "deaf" -> {
                result(id, text("from now on I do not listen"));
                OUT.flush();
                Thread.sleep(600_000);
            }
            case "child" -> {
                Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                result(id, text(String.valueOf(child.pid())));
            }
            default -> error(id, -32602, "Unknown tool");
        }
    }

    private static Map<String, Object> text(String text) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)));
    }

    private static void result(Object id, Map<String, Object> result) {
        line(Json.write(Wire.result(id, result)));
    }

    private static void error(Object id, int code, String message) {
        line(Json.write(Wire.error(id, code, message)));
    }

    private static void notice(String method, Map<String, Object> params) {
        line(Json.write(Wire.notice(method, params)));
    }

    private static void line(String line) {
        OUT.print(line + "\n");
    }
}
