package dev.strawboss.torture;

import java.util.List;
import java.util.Map;

/// What a client was told of its errand's end.
///
/// @param deaths that hubs were to die meanwhile
/// @param job its id
/// @param end the job as `wait` told it; empty if nobody told
record Told(int number, Errand errand, List<String> deaths, String job, Map<String, Object> end) {
    Told after(List<String> planned) {
        return new Told(number, errand, planned, job, end);
    }

    String state() {
        return String.valueOf(end.get("state"));
    }

    @Override
    public String toString() {
        return "%s %d %s, job %s, %s (%s)"
                .formatted(errand, number, deaths, job, state(), end.get("reason"));
    }
}
