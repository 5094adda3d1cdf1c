package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseTest extends Engine {
    @Test
    void aPausedQueuedJobStartsOnlyAfterItIsResumed() throws Exception {
        slots(1);
        Job first = accept("60000 0");
        Job paused = accept("1 0");
        Job last = accept("1 0");
        assertThat(jobs.queues().pause(paused.id(), "ada").state())
                .isInstanceOf(JobState.Waiting.class);
        assertThat(jobs.why(jobs.require(paused.id().value())))
                .contains("paused by ada", "strawboss resume " + paused.id());
        jobs.stop(first.id(), "test");
        assertThat(await(last.id()).state()).isInstanceOf(JobState.Succeeded.class);
        restart();
        assertThat(jobs.require(paused.id().value()).state().wireName()).isEqualTo("waiting");
        jobs.queues().resume(paused.id());
        assertThat(await(paused.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void theTimeOfAPauseDoesNotCountForTheTimeoutAlsoAcrossTheDeathOfTheHub() throws Exception {
        Job job = jobs.accept(spec("900 0", Duration.ofSeconds(2)), "test", Optional.empty());
        awaitState(job.id(), "running");
        jobs.queues().pause(job.id(), "ada");
        awaitPaused(job.id());
        Thread.sleep(1_300);
        restart();
        Thread.sleep(1_300); // longer than its timeout and than its work by now
        assertThat(jobs.require(job.id().value()).state())
                .isInstanceOfSatisfying(
                        JobState.Waiting.class, waiting -> assertThat(waiting.run()).isPresent());
        jobs.queues().resume(job.id());
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(placement.starts(job.id())).isEqualTo(1);
    }

    @Test
    void aResumeThatTheHubDidNotLiveToCarryOutIsCarriedOutByTheNext() throws Exception {
        Job job = accept("200 0");
        awaitState(job.id(), "running");
        jobs.queues().pause(job.id(), "ada");
        awaitPaused(job.id());
        jobs.close();
        SqliteJobStore store = new SqliteJobStore(database);
        var _ =
                store.append(
                        job.id(),
                        found -> Optional.of(new JobEvent.Released(clock.instant())),
                        Map.of());
        database.close();
        begin(4);
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void aPausedRunningJobIsStoppedLikeAnyOther() throws Exception {
        Job job = accept("60000 0");
        awaitState(job.id(), "running");
        jobs.queues().pause(job.id(), "ada");
        awaitPaused(job.id());
        jobs.stop(job.id(), "cli");
        assertThat(await(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(jobs.queues().pause(job.id(), "ada").state())
                .as("what has finished stays as it is")
                .isInstanceOf(JobState.Cancelled.class);
    }

    @Test
    void aJobThatWaitsForAnotherGoesOnWaitingForItAfterItsPause() throws Exception {
        Job parent = accept("60000 0");
        Job child = after(parent);
        Job doomed = after(parent);
        jobs.queues().pause(child.id(), "ada");
        jobs.queues().pause(doomed.id(), "ada");
        assertThat(((JobState.Waiting) jobs.queues().resume(child.id()).state()).reason())
                .isInstanceOf(JobState.Reason.Dependency.class);
        jobs.stop(parent.id(), "test");
        assertThat(await(child.id()).state()).isInstanceOf(JobState.Failed.class);
        assertThat(await(doomed.id()).state()).as("paused too").isInstanceOf(JobState.Failed.class);
    }

    @Test
    void pausesAndResumesInAnyOrderLeaveNoJobBehind() throws Exception {
        slots(2);
        for (int i = 0; i < 20; i++) {
            Job job = accept("5 0");
            Thread one = toggle(job.id());
            Thread other = toggle(job.id());
            one.join();
            other.join();
            jobs.queues().resume(job.id());
            assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
            assertThat(placement.starts(job.id())).isEqualTo(1);
        }
    }

    private Thread toggle(JobId id) {
        return Threads.virtual(
                "toggle",
                () -> {
                    try {
                        for (int i = 0; i < 5; i++) {
                            jobs.queues().pause(id, "ada");
                            jobs.queues().resume(id);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Test
    void aPausedScopeTakesJobsAndStartsThemWhenItIsResumed() throws Exception {
        jobs.queues().save("night", 1);
        for (Scope scope : List.of(new Scope.Everything(), new Scope.Queue("night"))) {
            jobs.queues().pause(scope, "ada");
            restart();
            Job job =
                    jobs.accept(
                            spec("1 0", LONG)
                                    .with(new Scheduling("night", 0, List.of(), false), List.of()),
                            "test",
                            Optional.empty());
            assertThat(job.state()).isInstanceOf(JobState.Queued.class);
            assertThat(jobs.why(job)).contains("paused by ada");
            jobs.queues().resume(scope);
            assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        }
        assertThat(jobs.queues().pauses()).isEmpty();
    }

    @Test
    void aPriorityCountsUntilTheStart() throws Exception {
        slots(1);
        Job first = accept("60000 0");
        Job second = accept("1 0");
        Job third = accept("1 0");
        awaitState(first.id(), "running");
        jobs.queues().priority(third.id(), 50, "ada");
        restart(1);
        assertThat(jobs.require(third.id().value()).spec().scheduling().priority()).isEqualTo(50);
        jobs.stop(first.id(), "test");
        await(second.id());
        assertThat(await(third.id()).started().orElseThrow())
                .isBefore(await(second.id()).started().orElseThrow());
        assertThatThrownBy(() -> jobs.queues().priority(third.id(), 1, "ada"))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("is succeeded");
    }

    private Job after(Job parent) {
        return jobs.accept(
                spec("1 0", LONG)
                        .with(new Scheduling("default", 0, List.of(parent.id()), false), List.of()),
                "test",
                Optional.empty());
    }

    private void awaitPaused(JobId id) throws InterruptedException {
        while (!placement.paused(id)) {
            Thread.sleep(2);
        }
    }

    private void slots(int slots) {
        end();
        begin(slots);
    }
}
