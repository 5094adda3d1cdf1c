package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrincipalsTest extends Engine {
    @Test
    void aJobIsItsDispatchersAndTheMachinesUsersAlsoForTheNextHub() throws Exception {
        Job theirs = accept("nightly", "1 0");
        Job ours = accept("1 0");
        await(theirs.id());
        restart();
        assertThat(jobs.isOf(theirs, "nightly")).isTrue();
        assertThat(jobs.isOf(theirs, Dispatcher.LOCAL)).isTrue();
        assertThat(jobs.isOf(theirs, "other")).isFalse();
        assertThat(jobs.isOf(ours, Dispatcher.LOCAL)).isTrue();
        assertThat(jobs.isOf(ours, "nightly")).isFalse();
    }

    @Test
    void theSameKeyOfTwoPrincipalsGivesTwoJobsHoweverTheirClientsNameThemselves() {
        Job theirs = keyed(new Dispatcher("cli", "", "nightly"));
        assertThat(keyed(new Dispatcher("cli", "", "nightly")).id()).isEqualTo(theirs.id());
        assertThat(keyed(new Dispatcher("cli", "", "other")).id()).isNotEqualTo(theirs.id());
        assertThat(keyed(new Dispatcher("cli", "")).id()).isNotEqualTo(theirs.id());
    }

    private Job accept(String principal, String text) {
        return jobs.accept(
                spec(text, LONG),
                new Dispatcher("claude-code", "session", principal),
                Optional.empty(),
                Optional.empty());
    }

    private Job keyed(Dispatcher by) {
        return jobs.accept(
                spec("1 0", LONG),
                by,
                Optional.empty(),
                Optional.of(Once.of(by.keeper(), "release", Map.of("command", "make"))));
    }
}
