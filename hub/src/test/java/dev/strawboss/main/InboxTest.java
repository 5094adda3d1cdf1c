package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The inbox and the output state of running jobs, over the command line and a bridge.
@Timeout(120)
class InboxTest {
    @TempDir Path directory;
    private Terminal terminal;

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(directory);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void whatNobodyHasLookedAtIsInTheInboxUntilSomebodyDoes() throws Exception {
        String first = detached("exit 3");
        String second = detached("true");
        ended(2);
        assertThat(ids("inbox", "--json")).containsExactlyInAnyOrder(first, second);
        terminal.type("job", first);
        assertThat(ids("inbox", "--json")).containsExactly(second);
        assertThat(ids("inbox", "--all", "--json")).containsExactlyInAnyOrder(first, second);
        assertThat(ids("inbox", "--mark-seen", "--json")).containsExactly(second);
        assertThat(terminal.type("inbox").text()).isEqualTo("Nothing is new.\n");
        terminal.type("run", "true");
        assertThat(terminal.type("inbox").text()).isEqualTo("Nothing is new.\n");
    }

    @Test
    void failuresSinceACursorComeOnceAndInTheOrderOfTheirEnds() throws Exception {
        String one = detached("exit 1");
        ended(1);
        detached("true");
        ended(2);
        String two = detached("exit 2");
        ended(3);
        List<Map<String, Object>> failures = rows("inbox", "--failures", "--json");
        assertThat(failures).extracting(row -> row.get("job")).containsExactly(one, two);
        String cursor = String.valueOf(failures.getFirst().get("cursor"));
        assertThat(ids("inbox", "--failures", "--since", cursor, "--json")).containsExactly(two);
        var none = terminal.type("inbox", "--failures", "--since", "3");
        assertThat(none.text()).isEqualTo("No failures.\n");
        assertThat(none.err()).contains("strawboss inbox --failures --since 3");
        assertThat(ids("inbox", "--failures", "-n", "1", "--json")).containsExactly(one);
    }

    @Test
    void whatIsWrongIsRefused() throws Exception {
        assertThat(terminal.type("inbox", "--since", "3").status()).isEqualTo(2);
        assertThat(terminal.type("inbox", "-n", "0").status()).isEqualTo(2);
    }

    @Test
    void aRunningJobTellsWhatItHasPrinted() throws Exception {
        Path go = directory.resolve("go");
        String until = "; until [ -e '" + go + "' ]; do sleep 0.05; done";
        String quiet = detached("true" + until);
        String loud = detached("echo words" + until);
        while (output(loud).isEmpty() || !Long.valueOf(6).equals(output(loud).get("bytes"))) {
            Thread.sleep(20);
        }
        while (output(quiet).isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(output(loud)).containsEntry("state", "active");
        assertThat(output(quiet)).containsEntry("state", "nothing_yet").containsEntry("bytes", 0L);
        assertThat(terminal.type("why", quiet).text()).contains("It has printed nothing yet.");
        assertThat(rows("jobs", "--json")).allMatch(row -> row.containsKey("output_state"));
        Files.createFile(go);
        terminal.type("wait", quiet, loud);
        assertThat(output(loud)).isEmpty();
    }

    @Test
    void anAgentThatPrintsOnlyAtItsEndIsSaidToBeNormal() throws Exception {
        terminal.agent("mute", "until [ -e " + directory.resolve("go") + " ]; do sleep 0.05; done");
        Path file = directory.resolve("home/config/agents.d/mute.yaml");
        Files.writeString(file, Files.readString(file) + "output: text-at-end\n");
        Path repository = terminal.repository("project");
        var said =
                terminal.type(
                        "dispatch",
                        "--detach",
                        "--json",
                        "--agent",
                        "mute",
                        "--directory",
                        repository.toString(),
                        "be quiet");
        String job = String.valueOf(Json.parseObject(said.text()).get("job"));
        while (output(job).isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(output(job)).containsEntry("state", "at_its_end");
        assertThat(terminal.type("why", job).text()).contains("silence is normal");
        Files.createFile(directory.resolve("go"));
        terminal.type("wait", job);
    }

    private Map<String, Object> output(String job) throws Exception {
        Map<String, Object> envelope = Json.parseObject(terminal.type("job", job, "--json").text());
        @SuppressWarnings("unchecked") // an object of JSON
        Map<String, Object> output =
                (Map<String, Object>) envelope.getOrDefault("output_state", Map.of());
        return output;
    }

    private String detached(String script) throws Exception {
        var said = terminal.type("run", "--detach", "--json", "--", "sh", "-c", script);
        return String.valueOf(Json.parseObject(said.text()).get("job"));
    }

    /// Waits until so many jobs have ended, without looking at one.
    private void ended(int jobs) throws Exception {
        while (ids("inbox", "--all", "--json").size() < jobs) {
            Thread.sleep(20);
        }
    }

    private List<String> ids(String... words) throws Exception {
        return rows(words).stream().map(row -> String.valueOf(row.get("job"))).toList();
    }

    private List<Map<String, Object>> rows(String... words) throws Exception {
        return terminal.type(words).text().lines().map(Json::parseObject).toList();
    }
}
