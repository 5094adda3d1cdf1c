package dev.strawboss.main;

import dev.strawboss.cli.Session;
import dev.strawboss.json.Json;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.sandbox.SandboxCheck;
import dev.strawboss.sandbox.SandboxCheck.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss sandbox check`: what holds on this machine, by trying to break it.
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "What confines jobs on this machine.")
final class SandboxCommand implements Callable<Integer> {
    private final Session session;

    SandboxCommand(Session session) {
        this.session = session;
    }

    /// Without a verb: the check, without its details.
    @Override
    public Integer call() throws IOException, InterruptedException {
        return check(false);
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Try to break out of the sandbox in many ways and say what holds; 1 if something promised does"
                            + " not.")
    int check(
            @Option(names = "--json", description = "One object per line instead of a table.")
                    boolean json)
            throws IOException, InterruptedException {
        Path ground = Files.createTempDirectory("strawboss-check");
        try {
            SandboxCheck check = new SandboxCheck(ground, new LocalPlacement(ground));
            for (String sentence : check.absent()) {
                session.tell(sentence);
            }
            List<Result> results = new ArrayList<>();
            check.run(result -> {
                results.add(result);
                session.out().println(json ? Json.write(object(result)) : line(result));
                session.out().flush();
            });
            long broken = results.stream().filter(result -> !result.good()).count();
            long open = results.stream().filter(result -> !result.refused()).count() - broken;
            session.tell(
                    results.size()
                            + " attempts: "
                            + (results.size() - open - broken)
                            + " refused, "
                            + open
                            + " not promised here, "
                            + broken
                            + " broke out");
            return results.isEmpty() || broken > 0 ? 1 : 0;
        } finally {
            remove(ground);
        }
    }

    private static String line(Result result) {
        String held =
                result.refused() ? "refused" : result.promised() ? "BROKE OUT" : "not promised";
        return String.format(
                Locale.ROOT,
                "%-11s %-12s %-21s %s",
                result.mechanism(),
                held,
                result.promise(),
                result.escape());
    }

    private static Map<String, Object> object(Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mechanism", result.mechanism());
        object.put("attempt", result.escape());
        object.put("promise", result.promise());
        object.put("promised", result.promised());
        object.put("refused", result.refused());
        object.put("said", result.said());
        return object;
    }

    private static void remove(Path ground) throws IOException {
        try (Stream<Path> found = Files.walk(ground)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
