package dev.strawboss.commands;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Refuses commands that can never be started.
final class CommandChecks {
    /// What Linux allows for one argument (MAX_ARG_STRLEN), with its NUL.
    private static final int LONGEST_WORD = 128 << 10;

    /// Below Linux's limit for all arguments and the environment under an 8 MB stack (2 MB).
    private static final int LONGEST_COMMAND = 1 << 20;

    private static final List<String> INTERPRETERS = List.of("bash", "sh");

    private CommandChecks() {}

    static void check(CommandRequest request) {
        if (request.command().isEmpty() == request.script().isEmpty()) {
            throw invalid(
                    request.command().isEmpty()
                            ? "There is neither a command nor a script."
                            : "There is both a command and a script.");
        }
        request.command().forEach(CommandChecks::checkWord);
        if (!request.command().isEmpty() && request.command().getFirst().isEmpty()) {
            throw invalid("The program's name is empty.");
        }
        if (request.command().stream().mapToInt(CommandChecks::bytes).sum() > LONGEST_COMMAND) {
            throw tooLarge("The command");
        }
        if (request.script().indexOf('\0') >= 0) {
            throw invalid("The script holds a NUL character.");
        }
        if (!request.script().isEmpty() && !INTERPRETERS.contains(request.interpreter())) {
            throw invalid(
                    "Scripts are run by "
                            + String.join(" or ", INTERPRETERS)
                            + ", not by \""
                            + Shown.text(request.interpreter(), 40)
                            + "\".");
        }
        if (request.timeout().isPresent() && !request.timeout().get().isPositive()) {
            throw invalid("A timeout must be positive.");
        }
        checkEnvironment(request);
    }

    static String title(CommandRequest request) {
        String text =
                request.command().isEmpty()
                        ? request.script().lines().filter(l -> !l.isBlank()).findFirst().orElse("")
                        : String.join(" ", request.command());
        return Shown.text(text.strip(), 80);
    }

    private static void checkEnvironment(CommandRequest request) {
        Section section = new Section("The command", Map.of("environment", request.environment()));
        try {
            var _ = Environments.checked(section, "environment");
        } catch (StrawbossException bad) {
            throw invalid(String.valueOf(bad.getMessage()));
        }
        request.environment().values().forEach(CommandChecks::checkWord);
    }

    private static void checkWord(String word) {
        if (word.indexOf('\0') >= 0) {
            throw invalid("The command holds a NUL character.");
        }
        if (bytes(word) >= LONGEST_WORD) {
            throw tooLarge("An argument of the command");
        }
    }

    private static int bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length;
    }

    private static StrawbossException tooLarge(String what) {
        return new StrawbossException(
                ErrorCode.TOO_LARGE,
                what + " is longer than the system allows.",
                "Put it into a file or a script.");
    }

    private static StrawbossException invalid(String sentence) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT, sentence, "For example: strawboss run -- make test");
    }
}
