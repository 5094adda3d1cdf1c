package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;

    private final SurvivingPlacement placement = new SurvivingPlacement();
    private Database database;
    private Jobs jobs;

    @BeforeEach
    void begin() {
        begin(4);
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    @Test
    void aJobGoesThroughItsStatesAndEndsWithItsReport() throws Exception {
        Job accepted = accept("1 0");
        assertThat(accepted.state().wireName()).isEqualTo("queued");
        Job done = await(accepted.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.report()).containsEntry("exit_status", 0L).containsEntry("said", "1 0");
        assertThat(jobs.events(done).stream().map(JobEventCodec::type))
                .containsExactly("accepted", "claimed", "started", "exited", "succeeded");
    }

    @Test
    void aNonZeroExitIsFailedWithItsCode() throws Exception {
        Job done = await(accept("1 7").id());
        assertThat(done.state())
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed -> {
                            assertThat(failed.code()).isEqualTo(ErrorCode.NONZERO_EXIT);
                            assertThat(failed.reason()).contains("7");
                        });
        assertThat(jobs.why(done)).contains("nonzero_exit").contains("strawboss logs " + done.id());
    }

    @Test
    void aJobThatCannotBePreparedFailsWithTheReason() throws Exception {
        Job done = await(accept("refuse").id());
        assertThat(done.state())
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed -> {
                            assertThat(failed.code()).isEqualTo(ErrorCode.MISSING_BINARY);
                            assertThat(failed.reason()).contains("no such program");
                        });
        assertThat(placement.starts(done.id())).isZero();
    }

    @Test
    void aStoreThatFailsBehindAStartedCommandDoesNotFailItsJob() throws Exception {
        database.write(handle ->
                handle.execute(
                        """
                        create trigger no_start before insert on events when new.type = 'started'
                        begin select raise(abort, 'on purpose'); end
                        """));
        Job job = accept("1 0");
        while (placement.starts(job.id()) == 0) {
            Thread.sleep(2);
        }
        assertThat(jobs.await(List.of(job.id()), true, Duration.ofMillis(300)))
                .noneMatch(Job::finished);
        database.write(handle -> handle.execute("drop trigger no_start"));
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(placement.starts(job.id())).isEqualTo(1);
    }

    @Test
    void aJobThatCannotBePreparedOrCollectedInMemoryFailsAndDoesNotStandStill() throws Exception {
        for (String text : List.of("no-memory", "1 0 no-memory-at-the-end")) {
            assertThat(await(accept(text).id()).state())
                    .isInstanceOfSatisfying(
                            JobState.Failed.class,
                            failed -> {
                                assertThat(failed.code()).isEqualTo(ErrorCode.INTERNAL);
                                assertThat(failed.reason()).contains("OutOfMemoryError");
                            });
        }
    }

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
    void aJobWhoseLongPromptIsGoneFailsAndDoesNotRunWithoutIt() throws Exception {
        end();
        begin(1);
        Job first = accept("300 0");
        Job job = accept("1 0 " + "x".repeat(100_000));
        Path text = directory.resolve("jobs").resolve(job.id().value()).resolve("text");
        Files.delete(text);

        assertThat(await(job.id()).state())
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed -> {
                            assertThat(failed.code()).isEqualTo(ErrorCode.STORE);
                            assertThat(failed.reason()).contains(text.toString());
                        });
        assertThat(placement.starts(job.id())).isZero();
        await(first.id());
    }

    @Test
    void theTimeoutCountsExecutionOnlyAndEndsAsTimedOut() throws Exception {
        end();
        begin(1);
        Job first = accept("600 0");
        Job second = jobs.accept(spec("60000 0", Duration.ofMillis(300)), "test", Optional.empty());
        assertThat(await(first.id()).state()).isInstanceOf(JobState.Succeeded.class);
        Job done = await(second.id());
        assertThat(done.state()).isInstanceOf(JobState.TimedOut.class);
        assertThat(
                        Duration.between(
                                done.started().orElseThrow(),
                                ((JobState.Finished) done.state()).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(jobs.why(done)).contains("300ms");
    }

    @Test
    void aClientAwaitsItsUnfinishedJobsElseItsNewest() throws Exception {
        assertThat(jobs.awaitedBy("codex")).isEmpty();
        Duration timeout = Duration.ofMinutes(1);
        Job done = jobs.accept(spec("1 0", timeout), "codex", Optional.empty());
        await(done.id());
        assertThat(jobs.awaitedBy("codex")).containsExactly(done.id());
        Job first = jobs.accept(spec("60000 0", timeout), "codex", Optional.empty());
        accept("60000 0");
        Job second = jobs.accept(spec("60000 0", timeout), "codex", Optional.empty());
        assertThat(jobs.awaitedBy("codex")).containsExactly(second.id(), first.id());
    }

    @Test
    void aQueuedJobIsCancelledAtOnceAndNeverStarts() throws Exception {
        end();
        begin(1);
        accept("2000 0");
        Job waiting = accept("1 0");
        assertThat(jobs.why(waiting)).contains("Waits for a slot");
        Job stopped = jobs.stop(waiting.id(), "cli");
        assertThat(stopped.state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(await(waiting.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(placement.starts(waiting.id())).isZero();
    }

    @Test
    void aRunningJobIsCancelled() throws Exception {
        Job job = accept("60000 0");
        awaitState(job.id(), "running");
        jobs.stop(job.id(), "claude-code");
        Job done = await(job.id());
        assertThat(done.state())
                .isInstanceOfSatisfying(
                        JobState.Cancelled.class,
                        cancelled -> assertThat(cancelled.reason()).contains("claude-code"));
        assertThat(done.report()).as("what it left is kept").containsEntry("said", "60000 0");
    }

    @Test
    void aJobIsCancelledWhileItIsPrepared() throws Exception {
        Job job = accept("block");
        kind.blocked.await();
        jobs.stop(job.id(), "cli");
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(placement.starts(job.id())).isZero();
    }

    @Test
    void cancelAgainstCompletionHasOneWinner() throws Exception {
        for (int i = 0; i < 50; i++) {
            Job job = accept("2 0");
            Job stopped = jobs.stop(job.id(), "cli");
            Job done = await(job.id());
            List<String> endings =
                    jobs.events(done).stream()
                            .map(JobEventCodec::type)
                            .filter(Set.of("succeeded", "failed", "lost")::contains)
                            .toList();
            assertThat(endings.size()).isLessThanOrEqualTo(1);
            if (stopped.state() instanceof JobState.Finished) {
                assertThat(done.state()).isEqualTo(stopped.state());
            }
        }
    }

    @Test
    void stoppingAFinishedJobLeavesItAsItIs() throws Exception {
        Job done = await(accept("1 0").id());
        assertThat(jobs.stop(done.id(), "cli")).isEqualTo(done);
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
    void aPromptOfTenMegabytesSurvivesByteForByte() throws Exception {
        String prompt = "1 0 " + "grüße \n".repeat(1_200_000);
        Job done = await(jobs.accept(spec(prompt, LONG), "test", Optional.empty()).id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.report()).containsEntry("length", (long) prompt.length());
    }

    @Test
    void anIdMayBeShortenedAndAMistypedOneIsSuggested() throws Exception {
        Job job = accept("1 0");
        assertThat(jobs.require(job.id().value().substring(0, 8)).id()).isEqualTo(job.id());
        char last = job.id().value().charAt(11) == '0' ? '1' : '0';
        assertThatThrownBy(() -> jobs.require(job.id().value().substring(0, 11) + last))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("Did you mean " + job.id());
        for (String hostile :
                List.of("", "../..", "'; drop table jobs", "x".repeat(10_000), "%%%%")) {
            assertThatThrownBy(() -> jobs.require(hostile)).isInstanceOf(StrawbossException.class);
        }
    }

    @Test
    void waitingForAnyReturnsWithTheFirstAndForAllWithTheLast() throws Exception {
        Job slow = accept("60000 0");
        Job quick = accept("1 0");
        List<JobId> both = List.of(slow.id(), quick.id());
        assertThat(jobs.await(both, false, LONG).get(1).finished()).isTrue();
        assertThat(jobs.await(both, true, Duration.ofMillis(50)).get(0).finished()).isFalse();
        jobs.stop(slow.id(), "test");
        assertThat(jobs.await(both, true, LONG)).allMatch(Job::finished);
    }

    @Test
    void listsTheNewestFirstByStateAndPage() throws Exception {
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(await(accept("1 " + (i % 2)).id()).id());
        }
        assertThat(jobs.list(Set.of(), Optional.empty(), 10).stream().map(Job::id))
                .containsExactlyElementsOf(ids);
        assertThat(jobs.list(Set.of("failed"), Optional.empty(), 10)).hasSize(2);
        long before = jobs.list(Set.of(), Optional.empty(), 2).getLast().number();
        assertThat(jobs.list(Set.of(), Optional.of(before), 10)).hasSize(3);
    }

    @Test
    void aJobWhoseCallerLeavesDuringTheCommitRunsAllTheSame() throws Exception {
        duringACommit(() -> accept("1 0"));
        Job job = jobs.list(Set.of(), Optional.empty(), 1).getFirst();
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void aStopWhoseCallerLeavesDuringTheCommitStopsAllTheSame() throws Exception {
        Job job = accept("60000 0");
        awaitState(job.id(), "running");
        duringACommit(() -> jobs.stop(job.id(), "cli"));
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
    }

    /// Runs the action, and interrupts it when it waits for its commit.
    private void duringACommit(Runnable action) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        var commit =
                database.submit(_ -> {
                    held.countDown();
                    LockSupport.park(this);
                    return true;
                });
        held.await();
        Thread writer = thread("store-writer");
        Thread caller = Threads.virtual("caller", action);
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        while (!commit.isDone()) {
            LockSupport.unpark(writer);
            Thread.sleep(1);
        }
        caller.join();
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name) && thread.isAlive())
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatFailsBecauseTheHubClosesIsTriedAgainByTheNext() throws Exception {
        Job job = accept("1 0 sulk");
        kind.blocked.await();
        jobs.close();
        database.close();
        begin(4);
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void aStartThatTheStoreCouldNotTakeDownIsNotAFailure() throws Exception {
        execute(
                "create trigger full before insert on events when new.type = 'started'"
                        + " begin select raise(abort, 'disk full'); end");
        Job job = accept("50 0");
        while (placement.starts(job.id()) == 0) {
            Thread.sleep(1);
        }
        Thread.sleep(100); // the append that fails comes right after
        execute("drop trigger full");
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(placement.starts(job.id())).isEqualTo(1);
    }

    private void execute(String sql) {
        int changed = database.write(handle -> handle.execute(sql));
        assertThat(changed).isNotNegative();
    }

    private final TestKind kind = new TestKind();

    /// Plays the words of the job's text: milliseconds and exit status.
    private static final class TestKind implements JobKind {
        private final CountDownLatch blocked = new CountDownLatch(1);

        @Override
        public String name() {
            return "test";
        }

        @Override
        public RunPlan prepare(Job job, Path directory) throws InterruptedException {
            if (job.spec().text().equals("refuse")) {
                throw new StrawbossException(
                        ErrorCode.MISSING_BINARY, "There is no such program.", "Install it.");
            }
            if (job.spec().text().endsWith("sulk") && blocked.getCount() > 0) {
                blocked.countDown();
                sulk();
            }
            if (job.spec().text().equals("block")) {
                blocked.countDown();
                new CountDownLatch(1).await();
            }
            if (job.spec().text().equals("no-memory")) {
                throw new OutOfMemoryError("on purpose");
            }
            List<String> words = List.of(job.spec().text().split(" ", 3));
            return new RunPlan(
                    words, directory, Map.of(), Optional.empty(), job.spec().timeout(), 10, 10);
        }

        /// As features do that cannot throw InterruptedException.
        private static void sulk() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StrawbossException(ErrorCode.INTERNAL, "Interrupted.", "Try again.", e);
            }
        }

        @Override
        public Conclusion conclude(Job job, Path directory, Exit exit) {
            if (job.spec().text().endsWith("no-memory-at-the-end")) {
                throw new OutOfMemoryError("on purpose");
            }
            Verdict verdict =
                    exit.status() == 0
                            ? new Verdict.Success()
                            : new Verdict.Failure(
                                    ErrorCode.NONZERO_EXIT, "exit status " + exit.status());
            String text = job.spec().text();
            return new Conclusion(
                    verdict,
                    Map.of(
                            "said",
                            text.substring(0, Math.min(20, text.length())),
                            "length",
                            text.length()));
        }
    }

    private void begin(int slots) {
        database = Database.open(directory.resolve("strawboss.db"));
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        placement,
                        List.of(kind),
                        slots,
                        Clock.systemUTC());
    }

    private void restart() {
        database.close();
        jobs.close();
        begin(4);
    }

    private static JobSpec spec(String text, Duration timeout) {
        return new JobSpec(
                "test",
                "t",
                Optional.empty(),
                Optional.empty(),
                Path.of("/"),
                timeout,
                text,
                Map.of("b", 1L, "a", "x"));
    }

    private Job accept(String text) {
        return jobs.accept(spec(text, LONG), "test", Optional.empty());
    }

    private Job await(JobId id) throws InterruptedException {
        Job job = jobs.await(List.of(id), true, LONG).getFirst();
        assertThat(job.finished()).as(id + " is " + job.state()).isTrue();
        return job;
    }

    private void awaitState(JobId id, String state) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!jobs.require(id.value()).state().wireName().equals(state)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(2);
        }
    }
}
