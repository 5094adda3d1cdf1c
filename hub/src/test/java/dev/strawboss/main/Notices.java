package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What answers tell of jobs that have finished meanwhile.
final class Notices {
    static final Map<String, Object> IDLE = Map.of("what", "projects");
    static final String MEANWHILE = "finished_meanwhile";

    private Notices() {}

    /// Waits until the job's end is told, and returns the notice.
    static Map<String, Object> awaitNotice(Caller caller, String job) {
        for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
            Map<String, Object> answer = Caller.soon(caller.call("setup", IDLE));
            if (answer.get(MEANWHILE) instanceof List<?> rows) {
                assertThat(notices(answer)).containsExactly(job);
                @SuppressWarnings("unchecked") // an object of JSON
                Map<String, Object> notice = (Map<String, Object>) rows.getFirst();
                return notice;
            }
        }
        throw new AssertionError("nobody tells of " + job);
    }

    /// The jobs that answers to something else tell of.
    static List<String> idle(Caller caller, int calls) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            told.addAll(notices(Caller.soon(caller.call("setup", IDLE))));
        }
        return told;
    }

    static List<String> notices(Map<String, Object> answer) {
        return answer.get(MEANWHILE) instanceof List<?> rows
                ? rows.stream().map(row -> String.valueOf(((Map<?, ?>) row).get("job"))).toList()
                : List.of();
    }

    /// Waits for the end of another session's job, which tells that session nothing.
    static void awaitEnd(Caller another, String job) {
        another.finished(job);
    }

    static Map<String, Object> structured(Map<String, Object> message) {
        Map<String, Object> structured = new TreeMap<>();
        if (message.get("result") instanceof Map<?, ?> result
                && result.get("structuredContent") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> structured.put(String.valueOf(name), value));
        }
        return structured;
    }
}
