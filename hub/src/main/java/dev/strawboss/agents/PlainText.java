package dev.strawboss.agents;

import dev.strawboss.agents.AgentReport.AgentError;
import java.io.IOException;
import java.util.Optional;

/// An agent that just prints its answer. There is no final event, so the exit status decides; with
/// status 0 only patterns that the agent's own entry names tell an error.
record PlainText(ErrorPatterns patterns) implements ReportReader {
    @Override
    public AgentReport read(AgentOutput output) throws IOException {
        String text = text(output);
        return new AgentReport(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                output.exit().status() == 0,
                error(text, output));
    }

    private static String text(AgentOutput output) throws IOException {
        String head = output.stdout().head(Answers.LONGEST);
        long size = output.stdout().size();
        if (size <= Answers.LONGEST) {
            return head.strip();
        }
        int half = Answers.LONGEST / 2;
        String start = head.length() <= half ? head : head.substring(0, half);
        return start
                + "\n[... about %,d bytes left out ...]\n".formatted(size - Answers.LONGEST)
                + output.stdout().tail(half);
    }

    private Optional<AgentError> error(String text, AgentOutput output) throws IOException {
        String complaint = output.stderr().tail(4_096);
        if (output.exit().status() == 0) {
            String end = text.length() <= 4_096 ? text : text.substring(text.length() - 4_096);
            return patterns.kind(end)
                    .map(kind -> Answers.error(kind, lastLine(end), output.exit()));
        }
        String said = complaint.isBlank() ? text : complaint;
        ErrorKind kind = patterns.kind(said).orElse(ErrorKind.CRASH);
        return Optional.of(
                Answers.error(
                        kind,
                        Answers.ending(output.exit())
                                + (said.isBlank() ? "" : ": " + lastLine(said)),
                        output.exit()));
    }

    private static String lastLine(String text) {
        return Answers.lastLine(text).orElse("");
    }
}
