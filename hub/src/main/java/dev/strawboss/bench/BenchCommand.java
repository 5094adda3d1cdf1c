package dev.strawboss.bench;

import dev.strawboss.config.Durations;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the promised speeds on this machine and prints one table.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the promised speeds here: one table, each figure beside its yardstick.")
public final class BenchCommand implements Callable<Integer> {
    private static final int LIVE_JOBS = 1_000;
    private static final int RUNNING = 200;
    private static final int QUEUED = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "One object per line instead of a table.")
    private boolean json;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description =
                    "Only these parts, of: calls (single calls), callers (64 at once), jobs (of true, per second,"
                            + " beside pueue and task-spooler), adoption (1,000 live jobs), busy (200 running, 10,000"
                            + " queued), flights (5,000 calls with 16 and 64 under way, bridge and HTTP),"
                            + " sandbox (a confined command), large (a million jobs). Default: all.")
    private List<String> only = List.of();

    @Option(
            names = "--http-peer",
            paramLabel = "URL",
            description =
                    "For flights: another MCP server with a tool echo, to measure beside ours.")
    private String peer = "";

    @Option(
            names = "--history",
            description =
                    "Finished jobs in the store for the second half of calls (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private int history;

    @Option(
            names = "--large",
            description = "Finished jobs in the large store (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000000")
    private int large;

    @Option(
            names = "--settle",
            description =
                    "Seconds after its start at which the hub's memory is read (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int settle;

    @Option(
            names = "--soak",
            paramLabel = "TIME",
            description =
                    "Instead of all that: a day of a busy hub in so much time (30m), and whether it grows.")
    private @Nullable String soak;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Part> parts =
                soak == null ? parts(installed()) : Map.of("soak", soak(installed(), soak));
        for (String name : only) {
            if (!parts.containsKey(name)) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "The benchmark has no part \"" + name + "\".",
                        "Name some of: " + String.join(", ", parts.keySet()));
            }
        }
        Report report = new Report(spec.commandLine().getOut(), json);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (only.isEmpty() || only.contains(part.getKey())) {
                part.getValue().measure(report);
            }
        }
        return report.allMet() ? 0 : 1;
    }

    private Map<String, Part> parts(Path installed) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("calls", new CallSpeeds(installed, history, settle));
        parts.put("callers", new ManyCallers(installed));
        parts.put("jobs", new JobRate(installed));
        parts.put("adoption", new Adoption(installed, LIVE_JOBS));
        parts.put("busy", new BusyHub(installed, RUNNING, QUEUED));
        parts.put("flights", new Flights(installed, peer));
        parts.put("sandbox", new SandboxOverhead());
        parts.put("large", new LargeStore(installed, large));
        return parts;
    }

    private static Part soak(Path installed, String time) {
        return Durations.parse(time)
                .map(duration -> new Soak(installed, duration))
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.INVALID_INPUT,
                                "\"" + time + "\" is no time to soak for.",
                                "Give one such as 30m."));
    }

    private static Path installed() {
        String distribution = System.getProperty("strawboss.dist");
        if (distribution == null) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The benchmark measures an installed distribution, and this process does not run from one.",
                    "Run it as ./strawboss bench.");
        }
        return Path.of(distribution);
    }
}
