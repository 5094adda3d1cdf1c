package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is shown of a program, and that nobody's links choose more.
class ProgramFilesTest {
    @TempDir Path temporary;
    private Path root;
    private final ProgramFiles files = new ProgramFiles(Map.of("PATH", "/usr/bin:/bin"));

    @BeforeEach
    void open() throws Exception {
        root = temporary.toRealPath();
    }

    @Test
    void aLinkToEverythingShowsNothingButTheProgram() throws Exception {
        Files.createDirectories(root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a/node_modules"), Path.of("/"));
        Path program = root.resolve("a/node_modules/usr/bin/env");
        assertThat(files.of(program))
                .allSatisfy(grant -> assertThat(grant.host().toString()).startsWith("/usr/"));
    }

    /// As with `npm config set prefix ~/.local`.
    @Test
    void ofWhereItWasInstalledOnlyThePackagesAreShown() throws Exception {
        Path prefix = Files.createDirectories(root.resolve("local"));
        Files.createDirectories(prefix.resolve("lib/node_modules/tool/bin"));
        Files.createDirectories(prefix.resolve("state/strawboss"));
        Path program = script(prefix.resolve("bin/tool"), "#!/bin/sh");
        assertThat(files.of(program).stream().map(Grant::host))
                .containsExactly(program, prefix.resolve("lib/node_modules"));
    }

    @Test
    void aPythonEnvironmentIsShownWithItsInterpreter() throws Exception {
        Path venv = root.resolve("venv");
        Files.createDirectories(venv.resolve("lib"));
        Files.writeString(venv.resolve("pyvenv.cfg"), "");
        Path program = script(venv.resolve("bin/tool"), "#!/usr/bin/env sh");
        assertThat(files.of(program).stream().map(Grant::host))
                .containsExactly(
                        program,
                        venv.resolve("bin"),
                        venv.resolve("lib"),
                        venv.resolve("pyvenv.cfg"));
    }

    @Test
    void toolsThatAreLinksOutOfTheHomeAreNotShown() throws Exception {
        Path home = Files.createDirectories(root.resolve("home"));
        Files.createDirectories(home.resolve(".cargo/bin"));
        Files.createSymbolicLink(home.resolve(".nvm"), root);
        Files.createSymbolicLink(home.resolve(".rustup"), home);
        assertThat(HomeTools.grants(home))
                .isEqualTo(List.of(Grant.readable(home.resolve(".cargo/bin"))));
    }

    private static Path script(Path file, String first) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, first + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
