package dev.strawboss.agents;

import dev.strawboss.config.Shown;
import dev.strawboss.placement.Exit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What the readers of all formats share: bounding texts, and judging an output without an end.
final class Answers {
    static final int LONGEST = 64 << 10;

    private static final int HEAD = 48 << 10;
    private static final int LONGEST_MESSAGE = 500;

    private Answers() {}

    /// The whole text, or its beginning and its end.
    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int tail = LONGEST - HEAD;
        return text.substring(0, HEAD)
                + "\n[... %,d characters left out ...]\n".formatted(text.length() - LONGEST)
                + text.substring(text.length() - tail);
    }

    static AgentReport.AgentError error(ErrorKind kind, String message, Exit exit) {
        return new AgentReport.AgentError(
                kind,
                Shown.text(message.strip(), LONGEST_MESSAGE),
                kind == ErrorKind.RATE_LIMIT ? ResetTime.in(message, exit.at()) : Optional.empty());
    }

    /// Why an agent left no final event: what it said on its standard error decides.
    static AgentReport.AgentError withoutEnd(AgentOutput output, ErrorPatterns patterns)
            throws IOException {
        String said = lastLine(output.stderr().tail(8_192)).orElse("");
        ErrorKind kind = patterns.kind(said).orElse(ErrorKind.CRASH);
        String how = "it ended without its final event (" + ending(output.exit()) + ")";
        return error(kind, said.isEmpty() ? how : how + ": " + said, output.exit());
    }

    static String ending(Exit exit) {
        return exit.status() > 128
                ? "signal " + (exit.status() - 128)
                : "exit status " + exit.status();
    }

    static Optional<String> lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().strip());
    }
}
