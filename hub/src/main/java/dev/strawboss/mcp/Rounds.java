package dev.strawboss.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rounds of a request that asks its client, in the era of 2026-07-28: each ends with what is
/// to be asked and a sealed state that has the answers so far; the next one brings both back.
final class Rounds {
    private static final Set<String> METHODS =
            Set.of("tools/call", "prompts/get", "resources/read");

    private Rounds() {}

    /// The answers that a request brings, of this round and those before. Only answers to what was
    /// asked count.
    ///
    /// @throws Refusal if the state was not sealed here for this request, or an answer is no object
    static Map<String, Object> answered(Seal seal, String principal, Request request)
            throws Refusal {
        Map<String, Object> params = request.params();
        if (!METHODS.contains(request.method())
                || !(params.containsKey("requestState") || params.containsKey("inputResponses"))) {
            return Map.of();
        }
        Map<String, Object> given = given(params.get("inputResponses"), params);
        if (!params.containsKey("requestState")) {
            return Map.of();
        }
        if (!(params.get("requestState") instanceof String sealed)) {
            throw Refusal.invalid("params.requestState is not a string.");
        }
        Map<String, Object> state = seal.open(Seal.purpose(principal, request), sealed);
        Map<String, Object> answered = new LinkedHashMap<>(Request.object(state, "answers"));
        if (state.get("asked") instanceof List<?> asked) {
            for (Object name : asked) {
                Object answer = given.get(String.valueOf(name));
                if (answer != null) {
                    answered.put(String.valueOf(name), answer);
                }
            }
        }
        return answered;
    }

    /// What a client is told that is to ask first.
    static Map<String, Object> next(
            Seal seal, String principal, Request request, InputRequired asked) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("answers", asked.answers());
        state.put("asked", new ArrayList<>(asked.questions().keySet()));
        Map<String, Object> result = Answers.inputRequired(asked.questions());
        result.put("requestState", seal.seal(Seal.purpose(principal, request), state));
        return result;
    }

    private static Map<String, Object> given(@Nullable Object responses, Map<String, Object> params)
            throws Refusal {
        if (!params.containsKey("inputResponses")) {
            return Map.of();
        }
        if (!(responses instanceof Map)) {
            throw Refusal.invalid("params.inputResponses is not an object.");
        }
        Map<String, Object> given = Request.object(params, "inputResponses");
        for (Map.Entry<String, Object> each : given.entrySet()) {
            if (!(each.getValue() instanceof Map)) {
                throw Refusal.invalid(
                        "params.inputResponses." + each.getKey() + " is not an object.");
            }
        }
        return given;
    }
}
