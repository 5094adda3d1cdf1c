package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every client that `strawboss install` knows, registered by it, has work done and is rid of it
/// again.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryClientTest {
    private static final Census CENSUS = new Census("as orchestrators", 4, Desk.CLIENTS);

    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new Desk(Desk.CLIENTS.stream().filter(RealClis::installed).toList());
        desk.custom("writer", "cat >/dev/null; echo done > made.txt; sleep 2; echo Written.");
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
            CENSUS.close();
        }
    }

    static Stream<String> clients() {
        return Desk.CLIENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void itDispatchesWaitsGetsTheResultAndCanBeRidOfStrawboss(String client) throws Exception {
        RealClis.assumeInstalled(client);
        Map<String, Object> arguments =
                Map.of(
                        "prompt", "Write it.",
                        "agent", "writer",
                        "directory", desk.repository.toString());
        desk.script(
                client,
                Map.of("tool", "strawboss_+dispatch$", "args", arguments),
                Map.of("tool", "strawboss_+wait$", "args", Map.of()),
                Map.of("say", "It is done."));
        Process orchestrator = desk.orchestrate(client);
        Desk.ends(orchestrator);

        String said = Files.readString(desk.said(client));
        assertThat(orchestrator.exitValue()).as(said).isZero();
        assertThat(said).contains("It is done.");
        Map<String, Object> job = Desk.first(desk.call("jobs", Map.of("limit", 1L)));
        // opencode cancels every call after its answer; that must not stop the job
        assertThat(job).as(said).containsEntry("state", "succeeded");
        List<Map<String, Object>> asked = desk.clis.model().asked(client);
        assertThat(String.valueOf(asked.getLast().get("lastToolOutput")))
                .contains(String.valueOf(job.get("job")), "succeeded");
        assertThat(desk.git("show", "strawboss/" + job.get("job") + ":made.txt")).isEqualTo("done");
        assertNoTraceAfterUninstall(client);
        CENSUS.worked(client);
    }

    private static void assertNoTraceAfterUninstall(String client) throws Exception {
        Path file = desk.homes.settings(client);
        assertThat(file).content().contains("dev.strawboss.bridge.Bridge");
        desk.uninstall(client);
        assertThat(file).content().doesNotContain("dev.strawboss.bridge.Bridge");
        if (!client.equals("claude")) { // it had no file, and notes much in it by itself
            assertThat(file).content().isEqualTo(Files.readString(before(file)));
        }
    }

    /// As `strawboss install` found it.
    private static Path before(Path file) throws IOException {
        String name = file.getFileName() + ".before-strawboss-";
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(name))
                    .min(Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }
}
