package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.sandbox.Here;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hub that nobody has configured, through a real bridge, as a model has it.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfinedByDefaultTest {
    private Site site;
    private Caller model;
    private Path repository;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        Here.confinedOrSkipped(directory.resolve("here"));
        site = Site.real(directory.resolve("site"));
        Files.delete(site.home.configuration().resolve("config.yaml"));
        repository = Files.createDirectories(directory.resolve("repository"));
        Files.createDirectories(repository.resolve("part"));
        Files.writeString(repository.resolve("README"), "the whole\n");
        Terminal.git(repository, "init", "-q");
        model = site.caller("model");
    }

    @AfterAll
    void close() throws Exception {
        if (site != null) {
            model.close();
            site.close();
        }
    }

    @Test
    void aCommandWritesItsDirectoryAndReadsItsRepository() throws Exception {
        Map<String, Object> job =
                run(
                        repository.resolve("part"),
                        "cat ../README; echo made >made; echo no >../no; ls -A ~ | grep ssh; pwd");
        assertThat(job).containsEntry("sandbox", "bubblewrap");
        assertThat(String.valueOf(job.get("output"))).startsWith("the whole\n").endsWith("part\n");
        assertThat(repository.resolve("part/made")).hasContent("made");
        assertThat(repository.resolve("no")).doesNotExist();
    }

    @Test
    void aCommandThatFailsSaysThatItWasConfined() {
        Map<String, Object> job = run(repository, "exec 3<>/dev/tcp/127.0.0.1/9");
        assertThat(job).containsEntry("state", "failed");
        assertThat(String.valueOf(job.get("warnings")))
                .contains("network: none")
                .contains("sandbox_network")
                .contains("sandbox_readable");
    }

    @Test
    void aDirectoryThatHoldsEverythingIsNotGiven() {
        Path home = Path.of(System.getProperty("user.home"));
        for (Path wide : List.of(Path.of("/"), Path.of("/etc"), home, site.home.state())) {
            Map<String, Object> job = run(wide, "true");
            assertThat(job).containsEntry("state", "failed");
            assertThat(String.valueOf(job.get("reason")))
                    .contains("A job in a sandbox cannot be given " + wide);
        }
    }

    /// Who could do so could lift all bounds.
    @Test
    void aModelDoesNotChangeWhatBoundsIt() {
        for (Map<String, Object> values :
                List.<Map<String, Object>>of(
                        Map.of("sandbox", "off"),
                        Map.of("sandbox_network", "open"),
                        Map.of("sandbox_readable", List.of("/")),
                        Map.of("egress", "open"),
                        Map.of("environment", Map.of("PATH", "/tmp/bin")),
                        Map.of("environment.LD_PRELOAD", "/tmp/mine.so"),
                        Map.of("secrets_file", "/tmp/secrets.env"),
                        Map.of("secrets_in", "file"))) {
            refused(Map.of("what", "config", "action", "save", "values", values));
        }
        refused(Map.of("what", "config", "action", "remove", "name", "sandbox"));
        refused(Map.of("what", "config", "action", "remove", "name", "environment.PATH"));
        Map<String, Object> free = Map.of("command", List.of("true"), "sandbox", "off");
        refused(Map.of("what", "agents", "action", "save", "name", "free", "values", free));
        Map<String, Object> weak = Map.of("path", repository.toString(), "sandbox", "best");
        refused(Map.of("what", "projects", "action", "save", "name", "weak", "values", weak));
        assertThat(site.home.configuration().resolve("config.yaml")).doesNotExist();
        assertThat(site.home.configuration().resolve("agents.d/free.yaml")).doesNotExist();
    }

    /// A value is changed by leaving it out, too.
    @Test
    void aModelDoesNotLeaveOutWhatBoundsIt() throws Exception {
        Path project = written("projects.d/held.yaml", project("held", "required"));
        Path agent = written("agents.d/held.yaml", "cli: claude\nsandbox: required\n");
        String path = Files.createDirectories(repository.resolve("held")).toString();
        refused(save("projects", "held", Map.of("path", path)));
        Map<String, Object> elsewhere = Map.of("path", "/tmp", "sandbox", "required");
        refused(save("projects", "held", elsewhere));
        refused(Map.of("what", "projects", "action", "remove", "name", "held"));
        refused(save("agents", "held", Map.of("cli", "claude")));
        Map<String, Object> other =
                Map.of("command", List.of("sh", "{prompt_file}"), "sandbox", "required");
        refused(save("agents", "held", other));
        assertThat(project).hasContent(project("held", "required"));
        assertThat(agent).hasContent("cli: claude\nsandbox: required\n");
        Map<String, Object> same =
                Map.of("path", path, "sandbox", "required", "description", "words");
        assertThat(model.complaint("setup", save("projects", "held", same))).isEmpty();
        Map<String, Object> described =
                Map.of("cli", "claude", "sandbox", "required", "tags", List.of("good"));
        assertThat(model.complaint("setup", save("agents", "held", described))).isEmpty();
    }

    @Test
    void aModelDoesNotChooseWhatProgramsLoad() {
        for (String name :
                List.of("PATH", "HOME", "LD_PRELOAD", "NODE_OPTIONS", "GIT_CONFIG_GLOBAL")) {
            Map<String, Object> values =
                    Map.of("cli", "claude", "environment", Map.of(name, "/tmp/mine"));
            refused(save("agents", "loading", values));
        }
        Map<String, Object> harmless =
                Map.of("cli", "claude", "environment", Map.of("MAX_THINKING_TOKENS", "0"));
        assertThat(model.complaint("setup", save("agents", "harmless", harmless))).isEmpty();
        assertThat(site.home.configuration().resolve("agents.d/loading.yaml")).doesNotExist();
    }

    /// The doctor runs in no sandbox.
    @Test
    void aModelsDoctorRunsNoProgramThatAnAgentsFileBringsIn() throws Exception {
        Path programs = Files.createDirectories(repository.resolveSibling("programs"));
        Path trace = programs.resolve("trace");
        Path claude = programs.resolve("claude");
        Files.writeString(claude, "#!/bin/sh\n: >" + trace + "\n");
        Files.setPosixFilePermissions(claude, PosixFilePermissions.fromString("rwx------"));
        written(
                "agents.d/brought.yaml",
                "cli: claude\nenvironment:\n  PATH: " + programs + ":/usr/bin:/bin\n");
        String found = Caller.soon(model.call("setup", Map.of("what", "doctor"))).toString();
        assertThat(found).contains("agent brought", claude.toString());
        assertThat(trace).doesNotExist();
    }

    private Path written(String file, String text) throws IOException {
        Path path = site.home.configuration().resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, text);
    }

    private String project(String directory, String sandbox) {
        return "path: " + repository.resolve(directory) + "\nsandbox: " + sandbox + "\n";
    }

    private static Map<String, Object> save(String what, String name, Map<String, Object> values) {
        return Map.of("what", what, "action", "save", "name", name, "values", values);
    }

    private void refused(Map<String, Object> setup) {
        assertThat(model.complaint("setup", setup)).contains("only a person changes it");
    }

    private Map<String, Object> run(Path directory, String script) {
        Map<String, Object> asked =
                Map.of("script", script, "interpreter", "bash", "directory", directory.toString());
        String job = String.valueOf(Caller.soon(model.call("run", asked)).get("job"));
        return model.finished(job);
    }
}
