package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class KeysTest extends Engine {
    @Test
    void aRepeatedRequestLeavesNoSecondCopyOfItsLongPrompt() throws Exception {
        JobSpec spec = spec("1 0 " + "x".repeat(100_000), LONG);
        Job first = jobs.accept(spec, "test", Optional.of("bridge-1"));
        for (int i = 0; i < 3; i++) {
            assertThat(jobs.accept(spec, "test", Optional.of("bridge-1")).id())
                    .isEqualTo(first.id());
        }
        assertThat(directory.resolve("jobs").toFile().list()).containsExactly(first.id().value());
        await(first.id());
    }

    @Test
    void theSameRequestKeyGivesTheSameJobAndAnotherRequestUnderItIsRefused() throws Exception {
        Job first = jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1"));
        Job again = jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> jobs.accept(spec("2 0", LONG), "test", Optional.of("bridge-1")))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("bridge-1");
        restart();
        assertThat(jobs.acceptedUnder("bridge-1").map(Job::id)).contains(first.id());
        assertThat(jobs.acceptedUnder("bridge-2")).isEmpty();
        assertThat(jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1")).id())
                .isEqualTo(first.id());
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameJobAlsoAfterARestart() throws Exception {
        Job first = accept(once("ada", "deploy", "prompt", "1 0"), "1 0");
        assertThat(accept(once("ada", "deploy", "prompt", "1 0"), "1 0").id())
                .isEqualTo(first.id());
        await(first.id());
        restart();
        assertThat(accept(once("ada", "deploy", "prompt", "1 0"), "1 0").id())
                .isEqualTo(first.id());
        assertThat(jobs.accepted(once("ada", "deploy", "prompt", "1 0")).map(Job::id))
                .contains(first.id());
        assertThat(placement.starts(first.id())).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderAKeyIsRefusedAndToldInWhatItDiffers() {
        Job first = accept(once("ada", "deploy", "prompt", "1 0", "queue", "default"), "1 0");
        assertThatThrownBy(() ->
                        accept(once("ada", "deploy", "prompt", "2 0", "model", "haiku"), "2 0"))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("another model, prompt, queue")
                .hasMessageContaining(first.id().value());
        assertThat(list(Set.of(), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void theKeyOfAnotherIsAnotherKey() {
        Job first = accept(once("ada", "deploy", "prompt", "1 0"), "1 0");
        Job second = accept(once("bob", "deploy", "prompt", "1 0"), "1 0");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void twoAtOnceUnderOneKeyMakeOneJob() throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = "race-" + i;
            Set<JobId> ids = ConcurrentHashMap.newKeySet();
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(
                        Threads.virtual(
                                "caller",
                                () -> ids.add(accept(once("ada", key, "a", "b"), "1 0").id())));
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(list(Set.of(), Optional.empty(), 50)).hasSize(20);
    }

    @Test
    void aKeyIsKnownFor30DaysThenForgotten() throws Exception {
        Once once = once("ada", "deploy", "prompt", "1 0");
        Job first = accept(once, "1 0");
        await(first.id());
        Instant month = first.accepted().plus(Duration.ofDays(30));
        assertThat(jobs.history().forgetKeys(month, 10)).isZero();
        assertThat(jobs.accepted(once)).isPresent();
        assertThat(jobs.history().forgetKeys(month.plusMillis(1), 10)).isPositive();
        assertThat(jobs.accepted(once)).isEmpty();
        assertThat(accept(once, "1 0").id()).isNotEqualTo(first.id());
    }

    private static Once once(String principal, String key, String... parameters) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            request.put(parameters[i], parameters[i + 1]);
        }
        return Once.of(principal, key, request);
    }

    private Job accept(Once once, String text) {
        return jobs.accept(
                spec(text, LONG), new Dispatcher("test", ""), Optional.empty(), Optional.of(once));
    }
}
