package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobsTest extends Engine {
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
        assertThat(list(Set.of(), Optional.empty(), 10).stream().map(Job::id))
                .containsExactlyElementsOf(ids);
        assertThat(list(Set.of("failed"), Optional.empty(), 10)).hasSize(2);
        long before = list(Set.of(), Optional.empty(), 2).getLast().number();
        assertThat(list(Set.of(), Optional.of(before), 10)).hasSize(3);
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
}
