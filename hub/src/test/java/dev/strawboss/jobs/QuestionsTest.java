package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuestionsTest extends Engine {
    private static final Asking FREE = asking(List.of(), Optional.empty(), Optional.empty());

    @Test
    void aJobThatAsksWaitsForInputUntilItIsAnsweredAndItsCommandGoesOn() throws Exception {
        JobId id = running("60000 0");
        ask(id, FREE, "a");
        Job asking = job(id);
        assertThat(asking.state().wireName()).isEqualTo("waiting");
        assertThat(asking.state()).isInstanceOf(JobState.Running.class);
        assertThat(jobs.why(asking)).contains("Shall I?", "strawboss reply " + id + " ANSWER");
        CompletableFuture<Question> answer = awaiting(id, 1);
        jobs.questions().reply(id, Optional.empty(), " go on ", "ada", "r");
        assertThat(answer.get().settled())
                .hasValueSatisfying(settled ->
                        assertThat(settled)
                                .isInstanceOfSatisfying(
                                        Question.Answered.class,
                                        given -> {
                                            assertThat(given.answer()).isEqualTo("go on");
                                            assertThat(given.by()).isEqualTo("ada");
                                        }));
        assertThat(job(id).state().wireName()).isEqualTo("running");
        assertThat(types(id)).endsWith("started", "asked", "answered");
    }

    @Test
    void aCommandThatAsksBeforeItsStartIsTakenDownWaitsForThat() throws Exception {
        JobId id = accept("60000 0 held").id();
        kind.blocked.await();
        CompletableFuture<Question> asked = new CompletableFuture<>();
        Thread asker =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                asked.complete(ask(id, FREE, "a"));
                            } catch (InterruptedException | RuntimeException e) {
                                asked.completeExceptionally(e);
                            }
                        });
        while (asker.getState() != Thread.State.TIMED_WAITING && !asked.isDone()) {
            Thread.sleep(2);
        }
        kind.released.countDown();

        assertThat(asked.get().open()).isTrue();
        assertThat(types(id)).endsWith("started", "asked");
    }

    @Test
    void theSameKeyAsksOnceAndAnswersOnceAlsoAcrossTheDeathOfTheHub() throws Exception {
        JobId id = running("60000 0");
        Question first = ask(id, FREE, "a");
        restart();
        assertThat(ask(id, FREE, "a")).isEqualTo(first);
        assertThat(job(id).state().asks()).containsExactly(1);
        Question answered = jobs.questions().reply(id, Optional.empty(), "yes", "ada", "r");
        restart();
        assertThat(jobs.questions().reply(id, Optional.empty(), "yes", "ada", "r"))
                .isEqualTo(answered);
        assertThat(ask(id, FREE, "a")).isEqualTo(answered);
        assertThat(Jobs.audit(database)).isEmpty();
    }

    @Test
    void ofManyAnswersAtOnceTheFirstCountsAndTheOthersAreToldIt() throws Exception {
        JobId id = running("60000 0");
        ask(id, FREE, "a");
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String who = "person-" + i;
            replies.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    go.await();
                                    jobs.questions().reply(id, Optional.of(1), who, who, who);
                                    return who;
                                } catch (StrawbossException e) {
                                    assertThat(e.code()).isEqualTo(ErrorCode.QUESTION_CLOSED);
                                    return String.valueOf(e.getMessage())
                                            .replaceAll("(?s).*: \"(.*)\"\\.", "$1");
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            task -> Thread.ofVirtual().start(task)));
        }
        go.countDown();
        Set<String> told = new HashSet<>();
        for (CompletableFuture<String> reply : replies) {
            told.add(reply.get());
        }
        assertThat(told).hasSize(1);
        Question.Answered kept =
                (Question.Answered) jobs.questions().of(id).getFirst().settled().orElseThrow();
        assertThat(told).containsExactly(kept.answer());
    }

    @Test
    void severalMayBeOpenAndEachIsAnsweredByItsNumber() throws Exception {
        JobId id = running("60000 0");
        ask(id, FREE, "a");
        ask(id, FREE, "b");
        assertThatThrownBy(() -> jobs.questions().reply(id, Optional.empty(), "x", "ada", "r"))
                .hasMessageContaining("questions 1, 2");
        jobs.questions().reply(id, Optional.of(2), "two", "ada", "r");
        assertThat(job(id).state().asks()).containsExactly(1);
        jobs.questions().reply(id, Optional.empty(), "one", "ada", "s");
        assertThat(job(id).state().asks()).isEmpty();
        assertThatThrownBy(() -> jobs.questions().reply(id, Optional.of(3), "x", "ada", "t"))
                .hasMessageContaining("has asked no question 3");
    }

    @Test
    void onlyOneOfTheOptionsIsAnAnswerUnlessFreeTextIsAllowed() throws Exception {
        JobId id = running("60000 0");
        ask(id, asking(List.of("yes", "no"), Optional.empty(), Optional.empty()), "a");
        assertThatThrownBy(() -> jobs.questions().reply(id, Optional.empty(), "maybe", "ada", "r"))
                .hasMessageContaining("one of: yes, no");
        assertThat(jobs.questions().reply(id, Optional.empty(), "NO", "ada", "r").json())
                .containsEntry("answer", "no");
        ask(id, asking(List.of("yes", "no"), Optional.empty(), Optional.empty()), "b");
        assertThat(jobs.questions().reply(id, Optional.empty(), "1", "ada", "s").json())
                .containsEntry("answer", "yes");
    }

    @Test
    void whenTheTimeIsUpTheDefaultIsTakenOrTheQuestionIsWithdrawnAlsoByTheNextHub()
            throws Exception {
        JobId id = running("60000 0");
        Optional<Duration> soon = Optional.of(Duration.ofMillis(300));
        ask(id, asking(List.of("yes", "no"), soon, Optional.of("no")), "a");
        ask(id, asking(List.of(), soon, Optional.empty()), "b");
        restart();
        assertThat(awaiting(id, 1).get().json())
                .containsEntry("answer", "no")
                .containsEntry("by", Questions.BY_DEFAULT);
        assertThat(awaiting(id, 2).get().json())
                .extractingByKey("withdrawn")
                .asString()
                .contains("nobody answered within");
        assertThat(types(id)).contains("answered", "withdrawn");
        assertThat(job(id).state().wireName()).isEqualTo("running");
    }

    @Test
    void aStopWithdrawsWhatTheJobAsks() throws Exception {
        JobId id = running("60000 0");
        ask(id, FREE, "a");
        CompletableFuture<Question> answer = awaiting(id, 1);
        jobs.stop(id, "ada");
        assertThat(answer.get().json()).containsEntry("withdrawn", "the job was stopped by ada");
        assertThat(await(id).state()).isInstanceOf(JobState.Cancelled.class);
        assertThatThrownBy(() -> jobs.questions().reply(id, Optional.empty(), "x", "ada", "r"))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.QUESTION_CLOSED));
        assertThatThrownBy(() -> ask(id, FREE, "b")).hasMessageContaining("does not run any more");
    }

    @Test
    void theTimeOfAQuestionCountsForTheTimeout() throws Exception {
        Job job = jobs.accept(spec("60000 0", Duration.ofMillis(700)), "test", Optional.empty());
        awaitState(job.id(), "running");
        ask(job.id(), FREE, "a");
        assertThat(await(job.id()).state()).isInstanceOf(JobState.TimedOut.class);
        assertThat(jobs.questions().open()).isEmpty();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsWithdrawnUnlessTheJobIsPaused() throws Exception {
        JobId paused = running("60000 0");
        JobId id = running("60000 0");
        ask(paused, FREE, "a");
        ask(id, FREE, "b");
        jobs.queues().pause(paused, "ada");
        try (Questions impatient =
                new Questions(
                        new SqliteQuestions(database),
                        new SqliteJobStore(database),
                        new Notices(new SqliteNotices(database), Sessions.NONE, clock),
                        new Watches(),
                        clock,
                        Duration.ofMillis(200))) {
            assertThat(impatient.open()).hasSize(2);
            assertThat(awaiting(id, 1).get().json())
                    .containsEntry("withdrawn", "what asked is gone");
            assertThat(jobs.questions().of(paused).getFirst().open()).isTrue();
        }
    }

    @Test
    void aJobThatEndsWithAnOpenQuestionLeavesNone() throws Exception {
        JobId id = running("400 0");
        ask(id, FREE, "a");
        assertThat(await(id).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(jobs.questions().of(id).getFirst().json())
                .containsEntry("withdrawn", "what asked has ended");
        assertThat(Jobs.audit(database)).isEmpty();
    }

    @Test
    void aJobCannotAskWithoutEnd() throws Exception {
        JobId id = running("60000 0");
        for (int i = 0; i < 10; i++) {
            ask(id, FREE, "open-" + i);
        }
        assertThatThrownBy(() -> ask(id, FREE, "one too many"))
                .hasMessageContaining("10 open questions");
        for (int i = 1; i <= 10; i++) {
            jobs.questions().reply(id, Optional.of(i), "x", "ada", "r" + i);
        }
        for (int i = 11; i <= 100; i++) {
            ask(id, FREE, "more-" + i);
            jobs.questions().reply(id, Optional.empty(), "x", "ada", "r" + i);
        }
        assertThatThrownBy(() -> ask(id, FREE, "101")).hasMessageContaining("100 times");
        assertThatThrownBy(() -> asking("x".repeat(1_001))).hasMessageContaining("1 to 1000");
    }

    @Test
    void aQuestionIsToldOnceToTheSessionThatDispatchedAlsoByTheNextHub() throws Exception {
        Job job =
                jobs.accept(
                        spec("60000 0", LONG),
                        new Dispatcher("claude-code", "mine"),
                        Optional.empty(),
                        Optional.empty());
        awaitState(job.id(), "running");
        ask(job.id(), FREE, "a");
        restart();
        assertThat(telling("other", Set.of()).notices()).isEmpty();
        Telling told = telling("mine", Set.of());
        assertThat(told.notices()).hasSize(1);
        assertThat(told.notices().getFirst().asks().orElseThrow().question()).isEqualTo(1);
        assertThat(telling("mine", Set.of()).notices()).as("it is under way").isEmpty();
        told.lost();
        Telling again = telling("mine", Set.of());
        assertThat(again.notices()).hasSize(1);
        again.arrived();
        awaitTold();
        restart();
        assertThat(telling("mine", Set.of()).notices()).isEmpty();
        ask(job.id(), FREE, "b");
        Telling shown = telling("mine", Set.of(job.id()));
        assertThat(shown.notices()).as("the answer itself shows it").isEmpty();
        shown.arrived();
        assertThat(telling("mine", Set.of()).notices()).isEmpty();
        ask(job.id(), FREE, "c");
        jobs.questions().reply(job.id(), Optional.of(3), "x", "ada", "r");
        assertThat(telling("mine", Set.of()).notices()).as("it is answered").isEmpty();
    }

    private void awaitTold() throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (database.<Integer>read(
                        handle ->
                                handle.createQuery(
                                                "select count(*) from questions where told_at is null")
                                        .mapTo(Integer.class)
                                        .one())
                > 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    private Telling telling(String session, Set<JobId> asking) {
        return jobs.notices()
                .telling(
                        new Object(),
                        new Audience(session, Optional.empty(), () -> true),
                        Set.of(),
                        asking,
                        true);
    }

    private JobId running(String text) throws InterruptedException {
        JobId id = accept(text).id();
        awaitState(id, "running");
        return id;
    }

    private Question ask(JobId id, Asking asking, String key) throws InterruptedException {
        return jobs.questions().ask(id, 1, asking, key);
    }

    private CompletableFuture<Question> awaiting(JobId id, int question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return jobs.questions().await(id, question, LONG);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static Asking asking(
            List<String> options, Optional<Duration> within, Optional<String> fallback) {
        return new Asking(
                "Shall I?", "", options, false, Asking.Audience.ORCHESTRATOR, within, fallback);
    }

    private static Asking asking(String text) {
        return new Asking(
                text,
                "",
                List.of(),
                false,
                Asking.Audience.PERSON,
                Optional.empty(),
                Optional.empty());
    }

    private Job job(JobId id) {
        return jobs.require(id.value());
    }

    private List<String> types(JobId id) {
        return jobs.events(job(id)).stream().map(JobEventCodec::type).toList();
    }
}
