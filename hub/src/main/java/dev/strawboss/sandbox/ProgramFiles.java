package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Executables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What has to be seen of a program that is not the system's: its file, the package it is part of,
/// and the same of the interpreter that its first line names.
///
/// @param environment of the command, where its `PATH` is
public record ProgramFiles(Map<String, String> environment) {
    private static final int LONGEST_LINE = 256;
    private static final int MOST_INTERPRETERS = 4;
    private static final List<String> SYSTEM =
            List.of("/usr", "/opt", "/bin", "/sbin", "/lib", "/lib64", "/nix/store", "/gnu/store");

    /// @param program as it is going to be executed
    public List<Grant> of(Path program) {
        Set<Grant> grants = new LinkedHashSet<>();
        try {
            Optional<Path> next = Optional.of(program);
            for (int i = 0; i < MOST_INTERPRETERS && next.isPresent(); i++) {
                Path file = next.get();
                Path real = file.toRealPath();
                if (!isSystem(file) || !isSystem(real)) {
                    grants.add(new Grant(real, file, false));
                    around(real).forEach(part -> grants.add(Grant.readable(part)));
                }
                next = interpreter(real);
            }
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The program " + program + " cannot be looked at: " + failed + ".",
                    "ls -l '" + program + "'",
                    failed);
        }
        return List.copyOf(grants);
    }

    /// What sees itself by its links is executed by its real name: links lead nowhere inside.
    public Path executed(Path program) {
        try {
            Path real = program.toRealPath();
            return isSystem(program) && isSystem(real) ? program : real;
        } catch (IOException _) { // #of says it
            return program;
        }
    }

    private static boolean isSystem(Path file) {
        return SYSTEM.stream().anyMatch(file::startsWith);
    }

    /// The outermost `node_modules`; of a Node.js or a Python environment what lies beside it, but
    /// never the directory that they were installed in: that may be `~/.local`.
    ///
    /// @param file with every link followed, or somebody's links would choose what is shown
    private static List<Path> around(Path file) {
        Optional<Path> modules = Optional.empty();
        for (Path each = file.getParent(); each != null; each = each.getParent()) {
            if (each.endsWith("node_modules")) {
                modules = Optional.of(each);
            }
        }
        Path folder = file.getParent();
        Path prefix = folder == null ? null : folder.getParent();
        if (modules.isPresent() || folder == null || prefix == null || !folder.endsWith("bin")) {
            return modules.stream().toList();
        }
        List<String> parts =
                Files.exists(prefix.resolve("pyvenv.cfg"))
                        ? List.of("bin", "lib", "lib64", "pyvenv.cfg")
                        : List.of("lib/node_modules");
        return parts.stream().map(prefix::resolve).filter(Files::exists).toList();
    }

    private Optional<Path> interpreter(Path file) throws IOException {
        String line;
        try (InputStream in = Files.newInputStream(file)) {
            line = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException _) { // to be executed only, so it is no script
            return Optional.empty();
        }
        if (!line.startsWith("#!")) {
            return Optional.empty();
        }
        String[] words = line.lines().findFirst().orElse("").substring(2).strip().split("\\s+");
        if (!words[0].endsWith("/env")) {
            return Executables.find(words[0], environment);
        }
        for (int i = 1; i < words.length; i++) {
            if (!words[i].startsWith("-") && words[i].indexOf('=') < 0) {
                return Executables.find(words[i], environment);
            }
        }
        return Optional.empty();
    }
}
