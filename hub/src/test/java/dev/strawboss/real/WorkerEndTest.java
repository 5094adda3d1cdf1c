package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Agent CLIs run each shell command in a session of its own, which outlives them if it can.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerEndTest {
    private static final List<String> ALL =
            List.of("claude", "codex", "gemini", "opencode", "qwen", "copilot", "cline", "pi");

    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        List<String> installed = ALL.stream().filter(RealClis::installed).toList();
        desk = new Desk(installed);
        for (String cli : installed) {
            desk.agent(Desk.worker(cli), cli);
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    static Stream<String> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStoppedWorkerLeavesNoProcess(String cli) throws Exception {
        RealClis.assumeInstalled(cli);
        String agent = Desk.worker(cli);
        Path endless = endless(agent, "stopped");
        String job = desk.dispatch(agent, Map.of());
        Desk.until("the command runs", () -> commands(endless.toString()).size() >= 2);
        assertThat(marked(job)).hasSizeGreaterThan(2);
        desk.call("stop", Map.of("jobs", List.of(job)));
        assertThat(desk.finished(job)).containsEntry("state", "cancelled");
        assertNothingLeft(job, endless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aWorkerThatTookTooLongLeavesNoProcess(String cli) throws Exception {
        RealClis.assumeInstalled(cli);
        String agent = Desk.worker(cli);
        Path endless = endless(agent, "late");
        String job = desk.dispatch(agent, Map.of("timeout", "6s"));
        Desk.until("the command runs", () -> commands(endless.toString()).size() >= 2);
        assertThat(desk.finished(job)).containsEntry("state", "timed_out");
        assertNothingLeft(job, endless);
    }

    /// The agent's command: one that ends when asked, one that does not, one in a session of its
    /// own.
    private static Path endless(String agent, String what) throws Exception {
        Path file = Files.createFile(desk.home.resolve(agent + "." + what));
        String command =
                "tail -f '%1$s' & (trap '' TERM INT HUP; tail -f '%1$s') & setsid tail -f '%1$s'; wait"
                        .formatted(file);
        desk.script(agent, Map.of("shell", command), Map.of("say", "Ended?"));
        return file;
    }

    private static void assertNothingLeft(String job, Path endless) throws IOException {
        assertThat(marked(job)).as("processes with the attempt's marker").isEmpty();
        assertThat(commands(endless.toString())).as("command lines").isEmpty();
        assertThat(commands(desk.repository.toString())).as("in the workspace").isEmpty();
    }

    private static List<String> marked(String job) throws IOException {
        return processes("environ", "STRAWBOSS_ATTEMPT=", job);
    }

    private static List<String> commands(String word) throws IOException {
        return processes("cmdline", "", word);
    }

    /// The command lines of processes of which a line in that file of /proc begins so and holds the
    /// word.
    private static List<String> processes(String file, String beginning, String word)
            throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                for (String line : read(process.resolve(file)).split("\0", -1)) {
                    if (line.startsWith(beginning) && line.contains(word)) {
                        found.add(process + " " + read(process.resolve("cmdline")));
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) { // ended meanwhile, or another user's
            return "";
        }
    }
}
