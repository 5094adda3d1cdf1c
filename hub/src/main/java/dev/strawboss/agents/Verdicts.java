package dev.strawboss.agents;

import dev.strawboss.agents.AgentReport.AgentError;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.placement.Exit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges an agent's run and words what is known of it.
final class Verdicts {
    private Verdicts() {}

    /// The final event decides, not the exit status; an answer that says nothing is no success.
    static Verdict of(
            String agent, AgentReport report, Exit exit, Optional<StrawbossException> uncollected) {
        if (report.error().isPresent()) {
            return failure(agent, report, report.error().get(), exit);
        }
        if (uncollected.isPresent()) {
            StrawbossException failed = uncollected.get();
            return new Verdict.Failure(failed.code(), String.valueOf(failed.getMessage()));
        }
        if (report.text().isBlank()) {
            return new Verdict.Failure(
                    ErrorCode.EMPTY_ANSWER, "The agent " + agent + " ended without an answer.");
        }
        return new Verdict.Success();
    }

    /// The job's report, in the order people read it.
    static Map<String, Object> json(
            JobSpec spec, AgentReport report, Exit exit, Map<String, Object> collected) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", report.text());
        report.session().ifPresent(session -> json.put("session", session));
        Optional<String> asked = Optional.ofNullable((String) spec.details().get("model"));
        report.model().or(() -> asked).ifPresent(model -> json.put("model", model));
        report.usage().ifPresent(usage -> json.put("usage", usage(usage)));
        report.cost().ifPresent(cost -> json.put("cost_usd", cost));
        spec.agent().ifPresent(agent -> json.put("agent", agent));
        json.put("mode", String.valueOf(spec.details().get("mode")));
        json.putAll(collected);
        json.remove("warnings");
        report.error()
                .flatMap(AgentError::reset)
                .ifPresent(reset -> json.put("rate_limit_reset", reset.toString()));
        List<Object> warnings = warnings(report, exit, collected);
        if (!warnings.isEmpty()) {
            json.put("warnings", warnings);
        }
        return json;
    }

    private static Verdict failure(String agent, AgentReport report, AgentError error, Exit exit) {
        if (!report.ended() && report.session().isEmpty() && exit.status() == 127) {
            return new Verdict.Failure(
                    ErrorCode.MISSING_BINARY,
                    "The agent " + agent + " could not be started: " + error.message());
        }
        if (!report.ended() && report.session().isEmpty() && exit.status() == 126) {
            return new Verdict.Failure(
                    ErrorCode.CANNOT_EXECUTE,
                    "The agent " + agent + " could not be started: " + error.message());
        }
        String until =
                error.reset().map(reset -> " The limit is lifted at " + reset + ".").orElse("");
        return new Verdict.Failure(
                error.kind().code(), "The agent " + agent + " failed: " + error.message() + until);
    }

    private static List<Object> warnings(
            AgentReport report, Exit exit, Map<String, Object> collected) {
        List<Object> warnings = new ArrayList<>();
        if (collected.get("warnings") instanceof List<?> known) {
            warnings.addAll(known);
        }
        if (report.error().isEmpty() && exit.status() != 0) {
            warnings.add(
                    "The agent said that it had finished, and then ended with "
                            + Answers.ending(exit)
                            + ".");
        }
        return warnings;
    }

    private static Map<String, Object> usage(AgentReport.Usage usage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input_tokens", usage.input());
        json.put("cached_tokens", usage.cached());
        json.put("output_tokens", usage.output());
        return json;
    }
}
