package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Asking;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Question;
import dev.strawboss.mcp.Call;
import dev.strawboss.secrets.Redaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Puts what a job asks a person before the person at the client, where the client shows forms.
final class Elicitation {
    /// Codex gives a call up after 5 minutes (facts: mcp, section 1).
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int MOST = 10_000;

    private final Jobs jobs;
    private final Supplier<Redaction> secrets;

    /// Nobody is shown the same form again who has refused it, or let it be.
    private final Set<Refused> refused = new HashSet<>();

    private record Refused(String session, long question) {}

    Elicitation(Jobs jobs, Supplier<Redaction> secrets) {
        this.jobs = jobs;
        this.secrets = secrets;
    }

    /// Shows the first of the questions that is for a person and was not refused, and answers the
    /// job with what the person says.
    ///
    /// @return whether it was answered
    boolean elicit(Call call, List<Question> open) throws InterruptedException {
        Optional<Question> next =
                open.stream()
                        .filter(one -> one.asking().audience() == Asking.Audience.PERSON)
                        .filter(one -> !isRefused(call, one))
                        .filter(one -> call.about().canAnswer(form(one, secrets.get())))
                        .findFirst();
        return next.isPresent() && elicit(call, next.get());
    }

    private boolean elicit(Call call, Question question) throws InterruptedException {
        String name = "question-" + question.number();
        Optional<String> answer =
                said(call, name, question)
                        .flatMap(said -> answer(said.getOrDefault(name, Map.of())));
        if (answer.isEmpty()) {
            refuse(call, question);
            return false;
        }
        return reply(jobs, question, answer.get(), call.client());
    }

    /// A client that says it has forms and shows none holds up one call, not each.
    private Optional<Map<String, Map<String, Object>>> said(
            Call call, String name, Question question) throws InterruptedException {
        try {
            return call.ask(Map.of(name, form(question, secrets.get())), PATIENCE);
        } catch (InterruptedException cancelled) {
            refuse(call, question);
            throw cancelled;
        }
    }

    /// What a person filled into [#form]; empty if that was refused.
    static Optional<String> answer(Map<String, Object> form) {
        return "accept".equals(form.get("action"))
                        && form.get("content") instanceof Map<?, ?> content
                        && content.get("answer") instanceof String answer
                        && !answer.isBlank()
                ? Optional.of(answer)
                : Optional.empty();
    }

    /// @return whether this answer counts, or another did
    static boolean reply(Jobs jobs, Question question, String answer, String by) {
        try {
            jobs.questions()
                    .reply(
                            question.job(),
                            Optional.of(question.question()),
                            answer,
                            by,
                            "elicited-" + question.number() + "-" + by);
            return true;
        } catch (StrawbossException e) {
            if (e.code() == ErrorCode.QUESTION_CLOSED) {
                return true; // somebody else was first
            }
            throw e;
        }
    }

    /// The question as a form with one field.
    static dev.strawboss.mcp.Question.Form form(Question question, Redaction secrets) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("type", "string");
        field.put("title", "Answer");
        List<String> options = question.asking().options();
        if (!options.isEmpty() && !question.asking().freeText()) {
            field.put("enum", options);
        } else if (!options.isEmpty()) {
            field.put("description", "Such as: " + String.join(", ", options));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of("answer", field));
        schema.put("required", List.of("answer"));
        String reason = question.asking().reason();
        String message =
                "Job "
                        + question.job()
                        + " asks: "
                        + PlainText.of(question.asking().text())
                        + (reason.isEmpty() ? "" : "\n\nBecause: " + PlainText.of(reason));
        return new dev.strawboss.mcp.Question.Form(secrets.text(message), secrets.object(schema));
    }

    private synchronized boolean isRefused(Call call, Question question) {
        return refused.contains(new Refused(call.session().name(), question.number()));
    }

    private synchronized void refuse(Call call, Question question) {
        if (refused.size() > MOST) {
            refused.clear();
        }
        refused.add(new Refused(call.session().name(), question.number()));
    }
}
