package dev.strawboss.cli;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// How errors are said: a sentence and what to do, on standard error; with `--json` an object
/// `{"error":{code,message,hint}}` on standard output too.
final class Failures {
    private final Session session;
    private final boolean json;

    Failures(Session session, String[] arguments) {
        this.session = session;
        List<String> words = List.of(arguments);
        int end = words.indexOf("--");
        this.json = words.subList(0, end < 0 ? words.size() : end).contains("--json");
    }

    int misused(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        String message = sentence(String.valueOf(e.getMessage()));
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            message = unmatched(command, unmatched.getUnmatched().getFirst());
        }
        return said(
                new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        message,
                        "See " + command.getCommandSpec().qualifiedName() + " --help."));
    }

    int failed(Exception e) throws Exception {
        return switch (e) {
            case ReaderGone _ -> ReaderGone.EXIT_STATUS;
            case StrawbossException known -> said(known);
            case IOException io -> said(broken(io));
            case UncheckedIOException io -> said(broken(io));
            case InterruptedException _ -> ErrorCode.CANCELLED.exitStatus();
            default -> throw e; // a bug: its stack trace tells more than we can
        };
    }

    private static String unmatched(CommandLine command, String word) {
        boolean option = word.startsWith("-");
        boolean verb = !option && !command.getSubcommands().isEmpty();
        if (!option && !verb) {
            return "There is a word too many: " + word + ".";
        }
        return "There is no "
                + (option ? "option " : "command ")
                + word
                + "."
                + Suggestion.sentence(
                        word,
                        option
                                ? command.getCommandSpec().optionsMap().keySet()
                                : command.getSubcommands().keySet());
    }

    private static StrawbossException broken(Exception e) {
        return new StrawbossException(
                ErrorCode.ENVIRONMENT, "Reading or writing failed: " + e.getMessage() + ".", "", e);
    }

    private int said(StrawbossException failure) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", failure.code().wireName());
            error.put("message", String.valueOf(failure.getMessage()));
            error.put("hint", failure.hint());
            session.out().println(Json.write(Map.of("error", error)));
        }
        session.tell((failure.getMessage() + " " + failure.hint()).strip());
        return failure.code().exitStatus();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
