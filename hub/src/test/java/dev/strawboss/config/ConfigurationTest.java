package dev.strawboss.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.agents.Agents;
import dev.strawboss.commands.CommandJobs;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir Path directory;
    private Configuration configuration;

    @BeforeEach
    void open() {
        configuration =
                new Configuration(
                        directory, List.of(Agents.TIMEOUT, Agents.DEFAULT, CommandJobs.TIMEOUT));
    }

    @Test
    void everyKeyAndItsDefault() {
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(configuration.keys().stream().map(key -> key.name() + "=" + key.fallback()))
                .containsExactly(
                        "slots=" + Math.max(4, 2 * cores),
                        "project_limit=0",
                        "agent_limit=0",
                        "environment={}",
                        "secrets_file=secrets.env",
                        "secrets_in=auto",
                        "large_file=52428800",
                        "timeout=PT1H",
                        "agent=",
                        "command_timeout=PT1H");
        assertThat(configuration.value(Configuration.SLOTS)).isEqualTo(Math.max(4, 2 * cores));
        assertThat(configuration.problems()).isEmpty();
    }

    @Test
    void changesAreSeenWithoutRestart() throws Exception {
        write("config.yaml", "slots: 3\ntimeout: 1h30m\nenvironment: {A: 1}\n");
        assertThat(configuration.value(Configuration.SLOTS)).isEqualTo(3);
        assertThat(configuration.value(Agents.TIMEOUT)).hasMinutes(90);
        assertThat(configuration.value(Configuration.ENVIRONMENT)).containsEntry("A", "1");
        write("config.yaml", "slots: 12\n");
        assertThat(configuration.value(Configuration.SLOTS)).isEqualTo(12);
        Files.delete(directory.resolve("config.yaml"));
        assertThat(configuration.value(Configuration.SLOTS)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearest() throws Exception {
        write("config.yaml", "slot: 3\ncommand_timeout: 5m\n");
        assertThat(configuration.problems())
                .extracting(Problem::sentence)
                .containsExactly("config.yaml has an unknown key \"slot\". Did you mean slots?");
        assertThat(configuration.value(CommandJobs.TIMEOUT)).hasMinutes(5);
    }

    @Test
    void aWrongValueIsAProblemAndTheDefaultHolds() throws Exception {
        write("config.yaml", "slots: many\ntimeout: soon\n");
        assertThat(configuration.value(Agents.TIMEOUT)).hasHours(1);
        assertThat(configuration.problems())
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "config.yaml wants slots to be a whole number, not many.",
                        "config.yaml wants timeout to be a duration such as 90s or 1h30m, not soon.");
    }

    @Test
    void aMalformedFileConcernsOnlyItself() throws Exception {
        write("config.yaml", "slots: [3\n");
        write("agents.d/bad.yaml", "cli: claude\ncli: codex\n");
        write("agents.d/list.yaml", "- a\n");
        write("agents.d/good.yaml", "cli: claude\n");
        Files.write(directory.resolve("agents.d/binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
        assertThat(configuration.entries(Folder.AGENTS))
                .extracting(Entry::name)
                .containsExactly("good");
        assertThat(configuration.problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem.sentence()).endsWith("."));
    }

    @Test
    void anEntryIsWrittenWholeAndForItsOwnerOnly() throws Exception {
        configuration.save(Folder.PROJECTS, "shop", Map.of("path", "/srv/\"shop\" #1"));
        Path file = directory.resolve("projects.d/shop.yaml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(configuration.entries(Folder.PROJECTS).getFirst().section().string("path"))
                .contains("/srv/\"shop\" #1");
        try (var files = Files.list(directory.resolve("projects.d"))) {
            assertThat(files).containsExactly(file);
        }
        assertThat(directory.resolve("config.yaml")).doesNotExist();
        assertThat(configuration.remove(Folder.PROJECTS, "shop")).isTrue();
        assertThat(configuration.remove(Folder.PROJECTS, "shop")).isFalse();
        assertThat(configuration.remove(Folder.AGENTS, "none")).isFalse();
    }

    @Test
    void aLinkedFileStaysALink() throws Exception {
        Path target = write("dotfiles/shop.yaml", "path: /a\n");
        Files.createDirectories(directory.resolve("projects.d"));
        Path link = directory.resolve("projects.d/shop.yaml");
        Files.createSymbolicLink(link, target);
        configuration.save(Folder.PROJECTS, "shop", Map.of("path", "/b"));
        assertThat(link).isSymbolicLink();
        assertThat(target).content().contains("/b");
    }

    @Test
    void namesThatCouldLeaveTheFolderAreRefused() {
        for (String name :
                List.of("", "../x", "a/b", "-x", ".x", "a b", "a\0b", "ä", "x".repeat(65))) {
            assertThatThrownBy(() -> configuration.save(Folder.AGENTS, name, Map.of()))
                    .as(name)
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
        }
    }

    @Test
    void secretsAreReadFromAFileOfTheOwnersOnly() throws Exception {
        Path file = write("secrets.env", "# keys\nexport A=1\nB=\"two words\"\nC=a=b#c\n");
        assertThatThrownBy(() -> configuration.secret("A"))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.CONFIGURATION);
                            assertThat(refusal.hint()).isEqualTo("chmod 600 '" + file + "'");
                        });
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(configuration.secret("A")).contains("1");
        assertThat(configuration.secret("B")).contains("two words");
        assertThat(configuration.secret("C")).contains("a=b#c");
        assertThat(configuration.secret("D")).isEmpty();
    }

    @Test
    void aMalformedSecretIsNotRepeated() throws Exception {
        Path file = write("secrets.env", "A=1\nsk-very-secret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> configuration.secret("A"))
                .hasMessageContaining("Line 2")
                .hasMessageNotContaining("very-secret");
    }

    @Test
    void aJobSeesNoSecretOfTheHubsEnvironment() {
        Map<String, String> hub =
                Map.of(
                        "PATH",
                        "/bin",
                        "HOME",
                        "/h",
                        "LC_ALL",
                        "C",
                        "XDG_DATA_HOME",
                        "/d",
                        "AWS_SECRET_ACCESS_KEY",
                        "s",
                        "GITHUB_TOKEN",
                        "t",
                        "MINE",
                        "m");
        assertThat(JobEnvironment.of(hub, List.of("MINE")))
                .containsOnlyKeys("PATH", "HOME", "LC_ALL", "XDG_DATA_HOME", "MINE");
    }

    @Test
    void durationsAreReadAsPeopleWriteThem() {
        assertThat(Durations.parse("90")).hasValueSatisfying(d -> assertThat(d).hasSeconds(90));
        assertThat(Durations.parse("1h 30m"))
                .hasValueSatisfying(d -> assertThat(Durations.text(d)).isEqualTo("1h30m"));
        assertThat(Durations.parse("500ms")).isPresent();
        for (String text : List.of("", "0", "0s", "-1s", "1w", "h", "1h x", "400d", "1.5h")) {
            assertThat(Durations.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void foreignTextCannotForgeWhatAPersonReads() {
        assertThat(Shown.text("a\u001b[31m\nb\u202e\ud800c", 20)).isEqualTo("a [31m b  c");
        assertThat(Shown.text("😀😀😀", 4)).isEqualTo("😀😀…");
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }
}
