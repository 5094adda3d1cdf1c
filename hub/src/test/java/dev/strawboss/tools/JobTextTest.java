package dev.strawboss.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTextTest {
    private static final Map<String, Object> SHORT =
            Map.of("job", "abc", "state", "cancelled", "title", "do it");

    @Test
    void aRowNamesTheAgentOrTheKindOrNeither() {
        assertThat(JobText.line(SHORT)).isEqualTo("abc  cancelled  do it");
        assertThat(JobText.line(with("kind", "command"))).endsWith("do it  (command)");
        assertThat(JobText.line(with("agent", "codex"))).endsWith("do it  (codex)");
        assertThat(JobText.line(with("code", "store"))).endsWith("do it  (store)");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> job = new HashMap<>(SHORT);
        job.put(name, value);
        return job;
    }
}
