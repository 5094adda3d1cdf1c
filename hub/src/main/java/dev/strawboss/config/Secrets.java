package dev.strawboss.config;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of secrets: `NAME=value` lines, for the owner's eyes only. No value is ever part of a
/// sentence.
final class Secrets {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}\u0085\u2028\u2029]+");
    private static final Set<PosixFilePermission> OTHERS =
            Collections.unmodifiableSet(
                    EnumSet.complementOf(
                            EnumSet.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.OWNER_EXECUTE)));

    private Secrets() {}

    /// Empty if there is no such file.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if others may read or write it
    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
                throw new StrawbossException(
                        ErrorCode.CONFIGURATION,
                        "The secrets in " + file + " can be used by other users of this machine.",
                        "chmod 600 '" + file + "'");
            }
            return parse(file);
        } catch (MalformedInputException malformed) {
            throw unreadable(file, "it is not UTF-8", malformed);
        } catch (IOException failed) {
            throw unreadable(file, failed.getClass().getSimpleName(), failed);
        }
    }

    private static Map<String, String> parse(Path file) throws IOException {
        Map<String, String> secrets = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new StrawbossException(
                        ErrorCode.CONFIGURATION,
                        "Line " + number + " of " + file + " is not NAME=value.",
                        "Correct that line of " + file + ".");
            }
            secrets.put(parts.group(1), unquoted(parts.group(2)));
        }
        return secrets;
    }

    /// @throws StrawbossException if the name or the value cannot stand in a line
    static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The name of a secret has letters, digits and underscores, and begins with no"
                            + " digit.",
                    "For example: strawboss secret set ANTHROPIC_API_KEY");
        }
        if (value.isEmpty() || !VALUE.matcher(value).matches()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The value of " + name + " is empty or longer than one line.",
                    "Give one line on standard input.");
        }
    }

    /// Puts a secret in, in place of one of that name; other lines stay as they are.
    ///
    /// @throws StrawbossException if the name or the value cannot stand in a line
    static void write(Path file, String name, String value) {
        check(name, value);
        Exclusive.<Boolean>changing(
                file,
                () -> {
                    List<String> lines = without(file, name);
                    lines.add(name + "=" + quoted(value));
                    save(file, lines);
                    return true;
                });
    }

    /// @return whether it was there
    static boolean remove(Path file, String name) {
        if (!read(file).containsKey(name)) {
            return false;
        }
        return Exclusive.<Boolean>changing(
                file,
                () -> {
                    save(file, without(file, name));
                    return true;
                });
    }

    private static List<String> without(Path file, String name) {
        var _ = read(file); // what others may read gets no more secrets
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches() || !parts.group(1).equals(name)) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException failed) {
            throw unreadable(file, failed.getClass().getSimpleName(), failed);
        }
    }

    private static void save(Path file, List<String> lines) {
        try {
            AtomicFile.write(file, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
        } catch (IOException failed) {
            throw Edits.unwritable(file, failed);
        }
    }

    private static String quoted(String value) {
        boolean plain = value.strip().equals(value) && unquoted(value).equals(value);
        return plain ? value : "\"" + value + "\"";
    }

    private static String unquoted(String value) {
        return Optional.of(value)
                .filter(text -> text.length() >= 2)
                .filter(text -> text.startsWith("\"") || text.startsWith("'"))
                .filter(text -> text.charAt(0) == text.charAt(text.length() - 1))
                .map(text -> text.substring(1, text.length() - 1))
                .orElse(value);
    }

    private static StrawbossException unreadable(Path file, String why, Exception cause) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                "The secrets in " + file + " cannot be read: " + why + ".",
                "ls -l '" + file + "'",
                cause);
    }
}
