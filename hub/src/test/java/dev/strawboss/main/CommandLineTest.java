package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.tools.Golden;
import dev.strawboss.tools.Tools;
import java.io.BufferedReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a person or a script has it: real processes, a real hub.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineTest {
    private Path directory;
    private Terminal terminal;
    private Path repository;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        directory = temporary;
        terminal = new Terminal(directory);
        terminal.agent("writer", "cat >prompt.txt; echo done");
        terminal.agent("echoer", "cat | wc -c");
        repository = terminal.repository("my 'project' \"x\"");
    }

    @AfterAll
    void close() {
        terminal.close();
    }

    @Test
    void aCommandsOutputAndStatusComeThrough() throws Exception {
        var said = terminal.type("run", "--", "sh", "-c", "echo out; echo err >&2; exit 7");
        assertThat(said.status()).isEqualTo(7);
        assertThat(said.text()).isEqualTo("out\n");
        assertThat(said.err()).startsWith("err\n").contains("failed: The command ended with");
        assertThat(terminal.type("run", "true").status()).isZero();
        assertThat(terminal.type("run", "ls", "-d", "--", ".").text()).isEqualTo(".\n");
        assertThat(terminal.type("run", "--", "no-such-program-here").status()).isEqualTo(127);
        assertThat(terminal.type("run", "--timeout", "1s", "--", "sleep", "60").status())
                .isEqualTo(124);
    }

    @Test
    void fiveMegabytesOfBytesComeThroughExactly() throws Exception {
        byte[] bytes = new byte[5 << 20];
        new Random(5).nextBytes(bytes);
        Path file = Files.write(terminal.work.resolve("bytes"), bytes);
        assertThat(terminal.type("run", "--", "cat", file.toString()).out()).isEqualTo(bytes);
    }

    @Test
    void ctrlCStopsTheJob() throws Exception {
        Path err = directory.resolve("interrupted");
        Path out = directory.resolve("interrupted-out");
        Process run =
                terminal.start(
                        Path.of("/dev/null"),
                        out,
                        err,
                        "run",
                        "--",
                        "sh",
                        "-c",
                        "echo started; sleep 300");
        while (!Files.exists(out) || Files.size(out) == 0) {
            assertThat(run.isAlive()).isTrue();
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(Files.readString(err)).contains("was stopped");
        String job = Files.readString(err).replaceAll("(?s).*job (\\w{12}) was stopped.*", "$1");
        assertThat(json(terminal.type("job", job, "--json"))).containsEntry("state", "cancelled");
        assertThat(terminal.type("wait", job).status()).isEqualTo(130);
    }

    @Test
    void aDetachedJobCanBeFollowedAndWaitedFor() throws Exception {
        var said =
                terminal.type(
                        "run",
                        "--detach",
                        "--json",
                        "--",
                        "sh",
                        "-c",
                        "sleep 1; echo late; exit 3");
        assertThat(said.status()).isZero();
        String job = String.valueOf(json(said).get("job"));
        String slow =
                String.valueOf(
                        json(terminal.type("run", "-d", "--json", "--", "sleep", "300"))
                                .get("job"));
        assertThat(terminal.type("logs", "-f", job).text()).isEqualTo("late\n");
        var waited = terminal.type("wait", "--any", job, slow);
        assertThat(waited.status()).isEqualTo(1);
        assertThat(waited.text()).contains("1 of 2 jobs have finished.");
        assertThat(terminal.type("stop", slow).text()).contains("cancelled");
        assertThat(terminal.type("why", slow).text()).contains("cancelled by cli");
    }

    @Test
    void aFinishedJobIsRunAgainAndWhoseEndIsKnownIsNotLookedAtAgain() throws Exception {
        String job =
                String.valueOf(
                        json(terminal.type("run", "-d", "--json", "--", "sh", "-c", "exit 3"))
                                .get("job"));
        assertThat(terminal.type("wait", job).status()).isEqualTo(1);
        String again = String.valueOf(json(terminal.type("retry", "--json", job)).get("job"));
        assertThat(again).isNotEqualTo(job);
        assertThat(terminal.type("wait", again).status()).isEqualTo(1);
        for (String verb : List.of("verify", "continue")) {
            var refused = terminal.type(verb, job);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("The outcome of job " + job + " is not unknown");
        }
    }

    @Test
    void wordsWithHalfAQuoteAreSpokenOfByUsOnly() throws Exception {
        var refused = terminal.type("run", "--after", "{\"half", "--", "true");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("strawboss: There is no job")
                .doesNotContain("picocli");
    }

    @Test
    void promptsComeAsTheyAre() throws Exception {
        assertThat(lengthOf("--", "-x")).isEqualTo("2");
        Path file = Files.writeString(terminal.work.resolve("prompt"), "two words\n--agent x\n");
        assertThat(lengthOf("@" + file)).isEqualTo("20");
        byte[] large = "x".repeat(10 << 20).getBytes(StandardCharsets.UTF_8);
        var said = dispatch(large, "-a", "echoer", "--json", "-");
        assertThat(String.valueOf(json(said).get("text")).strip()).isEqualTo("" + (10 << 20));
    }

    @Test
    void promptsThatCannotBeAreRefused() throws Exception {
        assertError(
                dispatch(new byte[0], "-a", "echoer", "--json", "-"), 2, "invalid_input", "empty");
        assertError(
                dispatch(new byte[] {'a', 0}, "-a", "echoer", "--json", "-"),
                2,
                "invalid_input",
                "NUL");
        assertError(
                dispatch(new byte[] {(byte) 0xff}, "-a", "echoer", "--json", "-"),
                2,
                "invalid_input",
                "UTF-8");
        assertError(
                dispatch(new byte[0], "-a", "echoer", "--json", "@nowhere"),
                2,
                "invalid_input",
                "no file");
    }

    @Test
    void theWorkComesBackOnABranchFromADirectoryWithSpacesAndQuotes() throws Exception {
        var said = dispatch(new byte[0], "-a", "writer", "say hi");
        assertThat(said.status()).isZero();
        assertThat(said.text())
                .contains(
                        "succeeded: say hi",
                        "Branch: strawboss/",
                        "prompt.txt (+1 -0)",
                        "`git merge strawboss/");
        Path dash = terminal.repository("-dash");
        assertThat(
                        terminal.type(
                                        "dispatch",
                                        "-a",
                                        "writer",
                                        "--directory=" + dash.getFileName(),
                                        "x")
                                .status())
                .isZero();
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheNearest() throws Exception {
        assertError(
                dispatch(new byte[0], "-a", "wirter", "--json", "x"),
                3,
                "unknown_agent",
                "Did you mean writer?");
        assertThat(terminal.type("projects", "add", "dates", "path=" + repository).status())
                .isZero();
        assertError(
                terminal.type("dispatch", "-p", "daets", "--json", "x"),
                3,
                "unknown_project",
                "Did you mean dates?");
        assertError(
                terminal.type(
                        "dispatch", "-a", "writer", "-C", "my 'project' \"y\"", "--json", "x"),
                3,
                "unknown_directory",
                "Did you mean");
        String job =
                String.valueOf(json(terminal.type("run", "-d", "--json", "--", "true")).get("job"));
        String wrong = job.substring(0, 11) + (job.endsWith("0") ? "1" : "0");
        assertError(terminal.type("job", wrong, "--json"), 3, "unknown_job", "Did you mean " + job);
    }

    @Test
    void directoriesWithoutACommitAreRefusedWithTheWayOut() throws Exception {
        Path plain = Files.createDirectories(terminal.work.resolve("plain"));
        var said = terminal.type("dispatch", "-a", "writer", "-C", plain.toString(), "--json", "x");
        assertError(said, 4, "not_a_git_repository", "");
        assertThat(said.err()).contains("git init");
        Path empty = Files.createDirectories(terminal.work.resolve("empty"));
        Terminal.git(empty, "init", "-q");
        assertError(
                terminal.type("dispatch", "-a", "writer", "-C", empty.toString(), "--json", "x"),
                4,
                "empty_repository",
                "");
    }

    @Test
    void misuseIsSaidWithTheNearestWord() throws Exception {
        assertError(terminal.type("jbos", "--json"), 2, "invalid_input", "Did you mean jobs?");
        assertError(
                terminal.type("jobs", "--json", "--limt", "3"),
                2,
                "invalid_input",
                "Did you mean --limit?");
        assertError(terminal.type("wait", "--json"), 2, "invalid_input", "JOB");
        assertThat(terminal.type("--version").text()).isEqualTo("strawboss 0.1.0\n");
        Golden.check("cli-help.txt", terminal.type().text());
    }

    @Test
    void theDoctorLooksAtEverything() throws Exception {
        var said = terminal.type("doctor");
        assertThat(said.text())
                .contains("java", "git version", "ending jobs", "agent writer", "configuration");
        Path broken = directory.resolve("home/config/agents.d/broken.yaml");
        Files.writeString(broken, "cli: [\n");
        try {
            var sick = terminal.type("doctor");
            assertThat(sick.status()).isEqualTo(1);
            assertThat(sick.text()).contains("problem", "broken.yaml");
        } finally {
            Files.delete(broken);
        }
    }

    @Test
    void theNamesInJsonStay() throws Exception {
        StringBuilder names = new StringBuilder();
        var detached = dispatch(new byte[0], "-a", "writer", "--detach", "--json", "x");
        names(names, "dispatch --detach", detached);
        String job = String.valueOf(json(detached).get("job"));
        names(names, "wait", terminal.type("wait", "--json", job));
        names(names, "dispatch", dispatch(new byte[0], "-a", "writer", "--json", "x"));
        names(names, "run", terminal.type("run", "--json", "--", "true"));
        names(names, "job", terminal.type("job", "--json", job));
        names(names, "job --diff", terminal.type("job", "--diff", "--json", job));
        names(names, "jobs", terminal.type("jobs", "--json", "-n", "1"));
        names(names, "why", terminal.type("why", "--json", job));
        names(names, "stop", terminal.type("stop", "--json", job));
        names(names, "hub status", terminal.type("hub", "status", "--json"));
        names(names, "doctor", terminal.type("doctor", "--json"));
        names(names, "an error", terminal.type("job", "--json", "nonsense"));
        Golden.check("cli-json-names.txt", names.toString());
    }

    @Test
    void theToolListCostsAClientLittle() throws Exception {
        String socket = String.valueOf(json(terminal.type("hub", "start", "--json")).get("socket"));
        try (SocketChannel channel =
                SocketChannel.open(UnixDomainSocketAddress.of(Path.of(socket)))) {
            String list =
                    Json.write(
                            Map.of(
                                    "jsonrpc",
                                    "2.0",
                                    "id",
                                    1,
                                    "method",
                                    "tools/list",
                                    "params",
                                    Map.of("_meta", Wire.META)));
            channel.write(ByteBuffer.wrap((list + "\n").getBytes(StandardCharsets.UTF_8)));
            var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            Map<?, ?> answer =
                    (Map<?, ?>)
                            Objects.requireNonNull(
                                    Json.parseObject(reader.readLine()).get("result"));
            List<?> tools = (List<?>) Objects.requireNonNull(answer.get("tools"));
            int total = 0;
            for (Object tool : tools) {
                int size = Json.writeBytes(tool).length;
                total += size;
                System.out.printf("%-10s %5d bytes%n", ((Map<?, ?>) tool).get("name"), size);
                assertThat(String.valueOf(((Map<?, ?>) tool).get("description")))
                        .hasSizeLessThanOrEqualTo(2_000);
            }
            System.out.printf("%-10s %5d bytes%n", "all", total);
            assertThat(total).isLessThanOrEqualTo(12 << 10);
        }
        assertThat(Tools.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(2_048);
    }

    @Test
    void aStoppedHubSaysHowToStartIt(@TempDir Path other) throws Exception {
        try (Terminal stopped = new Terminal(other)) {
            stopped.type("hub", "stop");
            var said = stopped.type("jobs", "--json");
            assertError(said, 69, "hub_stopped", "strawboss hub start");
            assertThat(stopped.type("hub", "status").status()).isEqualTo(3);
        }
    }

    private Terminal.Said dispatch(byte[] stdin, String... words) throws Exception {
        String[] all = new String[words.length + 3];
        all[0] = "dispatch";
        all[1] = "-C";
        all[2] = repository.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return terminal.type(stdin, all);
    }

    private String lengthOf(String... prompt) throws Exception {
        String[] words = new String[prompt.length + 3];
        words[0] = "-a";
        words[1] = "echoer";
        words[2] = "--json";
        System.arraycopy(prompt, 0, words, 3, prompt.length);
        return String.valueOf(json(dispatch(new byte[0], words)).get("text")).strip();
    }

    private static Map<String, Object> json(Terminal.Said said) {
        assertThat(said.text()).as(said.err()).isNotBlank();
        return Json.parseObject(said.text().lines().findFirst().orElseThrow());
    }

    private static void names(StringBuilder names, String command, Terminal.Said said) {
        names.append(command)
                .append(": ")
                .append(String.join(" ", json(said).keySet()))
                .append('\n');
    }

    private static void assertError(Terminal.Said said, int status, String code, String words) {
        assertThat(said.status()).as(said.text() + said.err()).isEqualTo(status);
        Map<?, ?> error = (Map<?, ?>) Objects.requireNonNull(json(said).get("error"));
        assertThat(error.get("code")).isEqualTo(code);
        assertThat(error.get("message") + " " + error.get("hint")).contains(words);
        assertThat(said.err()).startsWith("strawboss: ");
    }
}
