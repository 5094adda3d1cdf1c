package dev.strawboss.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.agents.Agents;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingTest {
    @TempDir Path directory;
    Configuration configuration;
    Path file;

    @BeforeEach
    void open() {
        configuration =
                new Configuration(directory.resolve("c"), List.of(Agents.TIMEOUT, Agents.DEFAULT));
        file = directory.resolve("c/config.yaml");
    }

    private void write(String text) throws Exception {
        Files.createDirectories(directory.resolve("c"));
        Files.writeString(file, text);
    }

    @Test
    void aSettingIsChangedAtOnceAndCommentsStay() throws Exception {
        configuration.set(List.of("slots"), 7);
        assertThat(file).content().isEqualTo("slots: 7\n");
        write("# mine\nslots: 3 # laptop\n\ntimeout: 1h\n");
        configuration.set(List.of("slots"), 8);
        configuration.set(List.of("environment", "PROXY"), "http://localhost:3128");
        assertThat(configuration.value(Configuration.SLOTS)).isEqualTo(8);
        assertThat(configuration.value(Configuration.ENVIRONMENT)).containsKey("PROXY");
        assertThat(configuration.unset(List.of("timeout"))).isTrue();
        assertThat(configuration.unset(List.of("timeout"))).isFalse();
        assertThat(file)
                .content()
                .isEqualTo(
                        """
                        # mine
                        slots: 8 # laptop

                        environment:
                          PROXY: http://localhost:3128
                        """);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheFileStays() throws Exception {
        write("slots: 3\nenvironment: # why\n  # this one\n  A: 1\n");
        String before = Files.readString(file);
        assertThatThrownBy(() -> configuration.set(List.of("slots"), 0))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> configuration.set(List.of("slot"), 5))
                .hasMessageContaining("no key \"slot\"")
                .hasMessageContaining("slots");
        write("x: &a 3\nslots: *a\n");
        assertThatThrownBy(() -> configuration.set(List.of("slots"), 5))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e ->
                                assertThat(e.hint())
                                        .contains("write by hand: slots: 5", file.toString()));
        write(before);
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void modeAndSymbolicLinkStay() throws Exception {
        Path dotfiles = Files.writeString(directory.resolve("dotfiles.yaml"), "slots: 3\n");
        Files.setPosixFilePermissions(dotfiles, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(directory.resolve("c"));
        Files.createSymbolicLink(file, dotfiles);
        configuration.set(List.of("slots"), 4);
        assertThat(file).isSymbolicLink();
        assertThat(dotfiles).content().isEqualTo("slots: 4\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dotfiles)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void whereAValueComesFromIsExplained() throws Exception {
        assertThat(configuration.setting("timeout").why())
                .contains("does not say, so its default, 1h, holds");
        write("# one\ntimeout: 2h\nslots: many\n");
        Setting timeout = configuration.setting("timeout");
        assertThat(timeout.value()).isEqualTo(Duration.ofHours(2));
        assertThat(timeout.why()).contains("config.yaml, line 2 says so, over its default, 1h.");
        assertThat(configuration.setting("slots").why()).contains("line 3 says cannot be used");
    }

    @Test
    void anEntryThatAPersonCommentedKeepsItsComments() throws Exception {
        Path agent = directory.resolve("c/agents.d/cheap.yaml");
        Files.createDirectories(directory.resolve("c/agents.d"));
        Files.writeString(
                agent, "# the cheap one\ncli: claude # not codex\nmodel: old\ncost: low\n");
        configuration.save(
                Folder.AGENTS,
                "cheap",
                Map.of("cli", "claude", "model", "new", "tags", List.of("a", "b")));
        assertThat(agent)
                .content()
                .isEqualTo("# the cheap one\ncli: claude # not codex\nmodel: new\ntags: [a, b]\n");
        configuration.save(Folder.AGENTS, "new", Map.of("cli", "claude"));
        assertThat(directory.resolve("c/agents.d/new.yaml")).content().isEqualTo("cli: claude\n");
    }

    @Test
    void sizesAreReadAsPeopleWriteThem() {
        assertThat(Sizes.parse("50MB")).contains(50L << 20);
        assertThat(Sizes.parse("1.5 GiB")).contains(3L << 29);
        assertThat(Sizes.parse("123")).contains(123L);
        assertThat(Sizes.parse("much")).isEmpty();
        for (long size : List.of(5L, 1L << 10, 50L << 20, (1L << 30) + 1)) {
            assertThat(Sizes.parse(Sizes.text(size))).contains(size);
        }
    }
}
