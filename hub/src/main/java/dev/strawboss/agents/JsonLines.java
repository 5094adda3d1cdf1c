package dev.strawboss.agents;

import dev.strawboss.agents.AgentReport.AgentError;
import dev.strawboss.agents.AgentReport.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agent that writes a JSON object a line, read by the rules of its format.
record JsonLines(List<EventRule> rules, ErrorPatterns patterns) implements ReportReader {
    @Override
    public AgentReport read(AgentOutput output) throws IOException {
        Seen seen = new Seen();
        output.events(values -> {
            Event event = new Event(values);
            rules.stream().filter(rule -> rule.fits(event)).forEach(rule -> seen.add(rule, event));
        });
        return new AgentReport(
                Answers.bounded(seen.text.toString()),
                Optional.ofNullable(seen.session),
                Optional.ofNullable(seen.model),
                Optional.ofNullable(seen.usage),
                Optional.ofNullable(seen.cost),
                seen.ended,
                error(seen, output));
    }

    private Optional<AgentError> error(Seen seen, AgentOutput output) throws IOException {
        String problem = seen.problem;
        if (problem != null) {
            ErrorKind kind = patterns.kind(problem).orElse(ErrorKind.MODEL);
            return Optional.of(Answers.error(kind, problem, output.exit()));
        }
        if (!seen.ended) {
            return Optional.of(Answers.withoutEnd(output, patterns));
        }
        return seen.fine
                ? Optional.empty()
                : Optional.of(
                        Answers.error(
                                ErrorKind.MODEL, "it failed without a reason", output.exit()));
    }

    /// What the events so far said.
    private static final class Seen {
        private final StringBuilder text = new StringBuilder();
        private boolean apart = true;
        private @Nullable String session;
        private @Nullable String model;
        private @Nullable Usage usage;
        private @Nullable Double cost;
        private @Nullable String problem;
        private boolean fine;
        private boolean ended;

        void add(EventRule rule, Event event) {
            rule.session().flatMap(event::textAt).ifPresent(id -> session = id);
            rule.model().flatMap(event::textAt).ifPresent(name -> model = name);
            rule.said().flatMap(event::textAt).ifPresent(said -> say(said, rule.joined()));
            apart |= rule.apart();
            count(rule, event);
            if (!rule.problem().isEmpty()) {
                fine = false;
                problem = problem(rule, event);
            }
            if (rule.fine()) {
                fine = true;
                problem = null;
            }
            ended |= rule.end();
        }

        // Bounded while it grows, for pieces may come without end.
        private void say(String said, boolean joined) {
            if (!joined || apart) {
                text.setLength(0);
            }
            apart = false;
            if (text.length() <= 4 * Answers.LONGEST) {
                text.append(said);
            }
        }

        private void count(EventRule rule, Event event) {
            Usage before = rule.added() && usage != null ? Objects.requireNonNull(usage) : NOTHING;
            if (!rule.output().isEmpty() || !rule.input().isEmpty()) {
                usage =
                        new Usage(
                                before.input() + sum(rule.input(), event),
                                before.cached() + sum(rule.cached(), event),
                                before.output() + sum(rule.output(), event));
            }
            rule.cost()
                    .flatMap(event::numberAt)
                    .ifPresent(dollars -> {
                        Double earlier = cost;
                        cost = rule.added() && earlier != null ? earlier + dollars : dollars;
                    });
        }

        private static final Usage NOTHING = new Usage(0, 0, 0);

        private static long sum(List<String> paths, Event event) {
            return paths.stream()
                    .flatMap(path -> event.numberAt(path).stream())
                    .mapToLong(Double::longValue)
                    .sum();
        }

        private static String problem(EventRule rule, Event event) {
            String said =
                    String.join(
                            " ",
                            rule.problem().stream()
                                    .flatMap(path -> event.textAt(path).stream())
                                    .toList());
            return said.isBlank() ? "it failed without a reason" : said;
        }
    }
}
