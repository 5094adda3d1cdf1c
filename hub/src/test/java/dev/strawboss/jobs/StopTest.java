package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.concurrent.Threads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopTest extends Engine {
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

    @ParameterizedTest
    @ValueSource(strings = {"block", "sulk"})
    void aJobIsCancelledWhileItIsPrepared(String text) throws Exception {
        Job job = accept(text);
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
    void aJobWhoseCallerLeavesDuringTheCommitRunsAllTheSame() throws Exception {
        duringACommit(() -> accept("1 0"));
        Job job = list(Set.of(), Optional.empty(), 1).getFirst();
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
}
