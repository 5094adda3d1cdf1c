package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCopyTest {
    @TempDir Path ground;
    private Path etc;
    private Path files;
    private SettingsCopy copy;

    @BeforeEach
    void open() throws Exception {
        etc = Files.createDirectories(ground.resolve("etc"));
        files = Files.createDirectories(ground.resolve("files"));
        Files.createDirectories(etc.resolve("ssl/certs"));
        Files.writeString(etc.resolve("ssl/openssl.cnf"), "openssl");
        Files.writeString(etc.resolve("shadow"), "secret");
        Files.createSymbolicLink(
                etc.resolve("localtime"), Files.writeString(ground.resolve("zone"), "UTC"));
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost");
        copy = new SettingsCopy(files, etc);
    }

    @Test
    void theFilesAreCopiedAndTheDirectoriesShownThemselves() {
        List<Grant> grants = copy.grants();
        Path directory = grants.getFirst().host();
        assertThat(directory.resolve("hosts")).hasContent("127.0.0.1 localhost");
        assertThat(directory.resolve("localtime")).hasContent("UTC");
        assertThat(directory.resolve("ssl/openssl.cnf")).hasContent("openssl");
        assertThat(directory.resolve("ssl/certs")).isEmptyDirectory();
        assertThat(directory.resolve("passwd")).isEmptyFile();
        assertThat(directory.resolve("shadow")).doesNotExist();
        assertThat(grants.subList(1, grants.size()))
                .containsExactly(
                        new Grant(etc.resolve("ssl/certs"), Path.of("/etc/ssl/certs"), false));
    }

    @Test
    void whatHasChangedIsCopiedAgainAndNothingElseIs() throws Exception {
        Path first = copy.grants().getFirst().host();
        assertThat(copy.grants().getFirst().host()).isEqualTo(first);
        assertThat(new SettingsCopy(files, etc).grants().getFirst().host()).isEqualTo(first);

        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost me");
        Path second = copy.grants().getFirst().host();
        assertThat(second.resolve("hosts")).hasContent("127.0.0.1 localhost me");
        assertThat(first.resolve("hosts")).hasContent("127.0.0.1 localhost"); // a job may have it

        Files.delete(etc.resolve("localtime"));
        assertThat(copy.grants().getFirst().host().resolve("localtime")).doesNotExist();
        Files.createDirectories(etc.resolve("java-99-openjdk"));
        assertThat(copy.grants()).hasSize(3);
    }

    @Test
    void aCopyThatAPowerCutSpoiltIsNotUsed() throws Exception {
        Path first = copy.grants().getFirst().host();
        Files.writeString(first.resolve("hosts"), "");
        Path again = new SettingsCopy(files, etc).grants().getFirst().host();
        assertThat(again).isNotEqualTo(first);
        assertThat(again.resolve("hosts")).hasContent("127.0.0.1 localhost");
    }

    /// It does without `use strict` only to start faster.
    @Test
    void theScriptIsStrict() throws Exception {
        Path perl = Path.of("/usr/bin/perl");
        assumeTrue(Files.isExecutable(perl), "no perl here");
        Path script = ground.resolve("enter.pl");
        try (var resource = Entrance.class.getResourceAsStream("enter.pl")) {
            Files.write(script, resource.readAllBytes());
        }
        Process process =
                new ProcessBuilder(perl.toString(), "-Mstrict", "-wc", script.toString(), "a=1")
                        .redirectErrorStream(true)
                        .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
                .isEqualTo(script + " syntax OK");
    }
}
