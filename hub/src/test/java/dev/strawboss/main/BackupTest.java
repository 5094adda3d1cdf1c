package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backup and restore as a person types them, with a real hub and real jobs.
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupTest {
    @TempDir Path directory;
    private Terminal terminal;
    private Path state;
    private Path configuration;

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(directory);
        state = directory.resolve("home/state");
        configuration = directory.resolve("home/config");
        Files.createDirectories(configuration);
        Files.writeString(configuration.resolve("config.yaml"), "slots: 2\nsandbox: off\n");
        Files.writeString(configuration.resolve("secrets.env"), "KEY=hush-hush\n");
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void jobsThatRanDuringABackupAreTakenUpAfterItsRestore() throws Exception {
        String done = job("echo done");
        assertThat(terminal.type("wait", done).status()).isZero();
        Path gate = directory.resolve("gate");
        String waits =
                "echo once >>"
                        + directory.resolve("%s")
                        + "; until [ -e "
                        + gate
                        + " ]; do sleep 0.1; done";
        String running = job(waits.formatted("ran"));
        String lost = job(waits.formatted("lost"));
        String queued = job("echo queued >>" + directory.resolve("queued"));
        String large = largeJob();
        await("ran", "lost");

        assertThat(terminal.type("backup", "../b.zip").status()).isZero();
        Path backup = directory.resolve("b.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(names(backup))
                .contains("strawboss.db", "config/config.yaml", "jobs/" + large + "/text")
                .doesNotContain("config/secrets.env");

        String newer = job("echo newer");
        Files.writeString(configuration.resolve("config.yaml"), "slots: 3\nsandbox: off\n");
        terminal.type("hub", "stop");
        Files.writeString(state.resolve("strawboss.db"), "garbage".repeat(1_000));
        delete(state.resolve("jobs").resolve(lost));
        assertThat(terminal.type("jobs").err()).contains("hub is stopped");

        var restored = terminal.type("restore", backup.toString(), "--json");
        assertThat(restored.status()).as(restored.err()).isZero();
        Map<String, Object> answer = Json.parseObject(restored.text());
        assertThat(answer.get("newer")).isEqualTo(List.of());
        Path aside = Path.of(String.valueOf(answer.get("aside")));
        assertThat(Files.readString(aside.resolve("strawboss.db"))).startsWith("garbage");
        assertThat(Files.readString(aside.resolve("config/config.yaml"))).contains("3");
        assertThat(Files.readString(configuration.resolve("config.yaml"))).contains("2");
        assertThat(Files.readString(configuration.resolve("secrets.env"))).contains("hush");

        terminal.type("hub", "start");
        assertThat(state(done)).isEqualTo("succeeded");
        assertThat(state(running)).isEqualTo("running");
        Files.writeString(gate, "");
        assertThat(terminal.type("wait", running, queued, large).status()).isZero();
        assertThat(Files.readAllLines(directory.resolve("ran"))).containsExactly("once");
        assertThat(Files.readAllLines(directory.resolve("queued"))).containsExactly("queued");
        terminal.type("wait", lost);
        assertThat(state(lost)).isEqualTo("unknown");
        assertThat(terminal.type("job", newer).err()).contains("There is no job");
    }

    @Test
    void aRestoreWhileTheHubRunsAsksFirstAndTellsOfNewerJobs() throws Exception {
        String old = job("echo old");
        assertThat(terminal.type("wait", old).status()).isZero();
        Path backup = directory.resolve("b.zip");
        terminal.type("backup", backup.toString());
        String newer = job("echo newer");
        assertThat(terminal.type("wait", newer).status()).isZero();

        var asked =
                terminal.type(
                        "no\n".getBytes(StandardCharsets.UTF_8), "restore", backup.toString());
        assertThat(asked.err()).contains("The hub runs").contains("nothing was changed");
        assertThat(asked.status()).isEqualTo(130);
        assertThat(state(newer)).isEqualTo("succeeded");

        var restored = terminal.type("restore", "--yes", backup.toString());
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.text())
                .contains("The hub runs again")
                .contains("1 job(s) are newer than the backup")
                .contains(newer);
        assertThat(state(old)).isEqualTo("succeeded");
        assertThat(state.resolve("jobs").resolve(newer).resolve("1/stdout")).exists();
    }

    @Test
    void whatIsNoBackupChangesNothing() throws Exception {
        String job = job("echo job");
        terminal.type("wait", job);
        Path backup = directory.resolve("b.zip");
        terminal.type("backup", "--secrets", backup.toString());
        assertThat(names(backup)).contains("config/secrets.env");
        assertThat(terminal.type("backup", backup.toString()).err())
                .contains("There is a file " + backup + " already")
                .contains("--replace");
        assertThat(terminal.type("backup", "--replace", backup.toString()).status()).isZero();
        assertThat(names(backup)).doesNotContain("config/secrets.env");

        byte[] bytes = Files.readAllBytes(backup);
        Path half = Files.write(directory.resolve("half.zip"), Arrays.copyOf(bytes, 500));
        Path other = Files.writeString(directory.resolve("other"), "words ".repeat(2_000));
        for (Path bad : List.of(half, other, directory.resolve("none"))) {
            var said = terminal.type("restore", "--yes", bad.toString());
            assertThat(said.status()).isNotZero();
            assertThat(said.err()).contains("Nothing was changed");
        }
        assertThat(state(job)).isEqualTo("succeeded");
        try (Stream<Path> left = Files.list(state)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("restore"));
        }
    }

    private String job(String script) throws Exception {
        var said = terminal.type("run", "--detach", "--json", "--", "sh", "-c", script);
        assertThat(said.status()).as(said.err()).isZero();
        return String.valueOf(Json.parseObject(said.text()).get("job"));
    }

    /// Its prompt is too long for the store.
    private String largeJob() throws Exception {
        terminal.agent("reader", "[ \"$(wc -c)\" -gt 100000 ] && echo read");
        byte[] prompt = "line\n".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        var said =
                terminal.type(
                        prompt,
                        "dispatch",
                        "--detach",
                        "--json",
                        "--agent",
                        "reader",
                        "-C",
                        terminal.repository("repository").toString(),
                        "-");
        assertThat(said.status()).as(said.err()).isZero();
        return String.valueOf(Json.parseObject(said.text()).get("job"));
    }

    private String state(String job) throws Exception {
        var said = terminal.type("job", job, "--json");
        assertThat(said.status()).as(said.err()).isZero();
        return String.valueOf(Json.parseObject(said.text()).get("state"));
    }

    private void await(String... files) throws InterruptedException {
        for (String file : files) {
            while (!Files.exists(directory.resolve(file))) {
                Thread.sleep(20);
            }
        }
    }

    private static List<String> names(Path backup) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
