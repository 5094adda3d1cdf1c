package dev.strawboss.upstream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long a call through the client core takes, and what idle servers cost. Run by hand:
/// `UpstreamProbe PROGRAM`, where PROGRAM is `mcp-server-everything`.
final class UpstreamProbe {
    private UpstreamProbe() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("probe");
        try (Upstreams upstreams =
                new Upstreams(directory, "probe", Clock.systemUTC(), Watcher.NOBODY)) {
            Map<String, Setup> wanted = new LinkedHashMap<>();
            int many = args.length > 1 ? Integer.parseInt(args[1]) : 1;
            for (int i = 0; i < many; i++) {
                wanted.put("s" + i, Setup.of(Peers.command(args[0])));
            }
            long before = used();
            upstreams.configure(wanted);
            CallContext patient = CallContext.alone(Duration.ofSeconds(60));
            for (String name : upstreams.names()) {
                Peers.text(upstreams.of(name, "").call("echo", Map.of("message", "x"), patient));
            }
            for (int round = 0; round < 3; round++) {
                long[] times = new long[3_000];
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    var _ = upstreams.of("s0", "").call("echo", Map.of("message", "x"), patient);
                    times[i] = System.nanoTime() - start;
                }
                Arrays.sort(times);
                System.out.println(
                        "p50 " + times[1_500] / 1_000 + " us, p99 " + times[2_970] / 1_000 + " us");
            }
            System.out.println(
                    "heap per server: "
                            + (used() - before) / many / 1_000
                            + " kB; resident "
                            + Files.readAllLines(Path.of("/proc/self/status")).stream()
                                    .filter(line -> line.startsWith("VmRSS"))
                                    .findFirst()
                                    .orElse(""));
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
