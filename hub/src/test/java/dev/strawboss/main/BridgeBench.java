package dev.strawboss.main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Calls a second through the bridge, printed; the two arguments are the calls in flight and the
/// calls a round.
final class BridgeBench {
    private BridgeBench() {}

    public static void main(String[] args) throws Exception {
        int flight = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        try (Site site = new Site(Files.createTempDirectory("bench"))) {
            site.control().start();
            Process bridge = new ProcessBuilder(site.bridgeCommand()).start();
            for (int round = 0; round < 6; round++) {
                System.out.println(round(bridge, flight, calls) + " calls/s");
            }
            for (String file : new String[] {"bridge", "hub"}) {
                long pid = file.equals("hub") ? site.hubPid() : bridge.pid();
                Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .forEach(line -> System.out.println(file + " " + line));
            }
            bridge.destroy();
        }
    }

    private static long round(Process bridge, int flight, int calls) throws IOException {
        OutputStream out = bridge.getOutputStream();
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                bridge.getInputStream(), StandardCharsets.ISO_8859_1));
        long start = System.nanoTime();
        int sent = 0;
        StringBuilder batch = new StringBuilder();
        while (sent < flight) {
            batch.append(call(sent++));
        }
        out.write(batch.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
        for (int received = 0; received < calls; ) {
            batch.setLength(0);
            do {
                String line = in.readLine();
                if (line == null || !line.contains("\"result\"")) {
                    throw new IOException("unexpected: " + line);
                }
                received++;
                if (sent < calls) {
                    batch.append(call(sent++));
                }
            } while (in.ready() && received < calls);
            out.write(batch.toString().getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return calls * 1_000_000_000L / (System.nanoTime() - start);
    }

    private static String call(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":{\"text\":\"hello\"},"
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"bench\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}\n";
    }
}
