package dev.strawboss.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> VERBS = List.of("job", "jobs", "dispatch", "run", "stop");

    @Test
    void swappedNeighboursAreOneSlip() {
        assertThat(Suggestion.distance("jbos", "jobs")).isEqualTo(1);
        assertThat(Suggestion.nearest("jbos", VERBS)).contains("jobs");
        assertThat(Suggestion.nearest("dispacth", VERBS)).contains("dispatch");
    }

    @Test
    void aLetterMoreLessOrOtherIsOneSlip() {
        assertThat(Suggestion.distance("jobs", "job")).isEqualTo(1);
        assertThat(Suggestion.distance("rum", "run")).isEqualTo(1);
        assertThat(Suggestion.distance("", "run")).isEqualTo(3);
        assertThat(Suggestion.nearest("dispach", VERBS)).contains("dispatch");
    }

    @Test
    void somethingElseIsNoSlip() {
        assertThat(Suggestion.nearest("frobnicate", VERBS)).isEmpty();
        assertThat(Suggestion.nearest("x", List.of("y"))).isEmpty();
        assertThat(Suggestion.nearest("", VERBS)).isEmpty();
        assertThat(Suggestion.nearest("d".repeat(100_000), VERBS)).isEmpty();
        assertThat(Suggestion.sentence("frobnicate", VERBS)).isEmpty();
    }

    @Test
    void theNearestWinsAndThenTheFirstByName() {
        assertThat(Suggestion.sentence("jobz", VERBS)).isEqualTo(" Did you mean job?");
        assertThat(Suggestion.nearest("sotp", VERBS)).contains("stop");
    }
}
