package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueuesTest extends Engine {
    @Test
    void theJobsOfASerialQueueRunOneAfterTheOther() throws Exception {
        jobs.queues().save("release", 1);
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(accept("release", "20 0").id());
        }
        List<Job> done = jobs.await(ids, true, LONG);
        for (int i = 1; i < done.size(); i++) {
            assertThat(done.get(i).started().orElseThrow())
                    .isAfterOrEqualTo(((JobState.Finished) done.get(i - 1).state()).at());
        }
    }

    @Test
    void aFullQueueSaysSoAndHoldsUpNoOther() throws Exception {
        jobs.queues().save("release", 1);
        Job first = accept("release", "60000 0");
        Job second = accept("release", "1 0");
        Job third = accept("release", "1 0");
        assertThat(await(accept("default", "1 0").id()).finished()).isTrue();
        assertThat(jobs.why(second)).contains("queue release", "1 of 1 run", "0 job(s) are ahead");
        assertThat(jobs.why(third)).contains("1 job(s) are ahead", "strawboss queues set release");
        assertThat(jobs.queues().list())
                .extracting(Queues.Queue::name, Queues.Queue::running, Queues.Queue::queued)
                .contains(tuple("default", 0L, 0L), tuple("release", 1L, 2L));
        jobs.queues().save("release", 3);
        await(second.id());
        await(third.id());
        jobs.stop(first.id(), "test");
    }

    @Test
    void queuesSurviveTheHub() throws Exception {
        jobs.queues().save("release", 1);
        Job first = accept("release", "60000 0");
        awaitState(first.id(), "running");
        Job second = accept("release", "1 0");
        restart();
        assertThat(jobs.why(jobs.require(second.id().value()))).contains("queue release");
        jobs.stop(first.id(), "test");
        await(second.id());
    }

    @Test
    void aQueueThatIsNotThereIsRefusedWithTheOneThatWasMeant() {
        jobs.queues().save("release", 1);
        assertThatThrownBy(() -> accept("relaese", "1 0 " + "x".repeat(100_000)))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_QUEUE);
                            assertThat(refused).hasMessageContaining("Did you mean release?");
                            assertThat(refused.hint()).contains("strawboss queues add relaese");
                        });
        assertThat(directory.resolve("jobs").toFile().list()).isNullOrEmpty();
    }

    @Test
    void aQueueIsRemovedOnlyWhenItIsEmpty() throws Exception {
        jobs.queues().save("release", 1);
        Job job = accept("release", "60000 0");
        assertThatThrownBy(() -> jobs.queues().remove("release"))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("1 unfinished");
        jobs.stop(job.id(), "test");
        await(job.id());
        jobs.queues().remove("release");
        assertThatThrownBy(() -> accept("release", "1 0")).isInstanceOf(StrawbossException.class);
        assertThatThrownBy(() -> jobs.queues().remove("default"))
                .isInstanceOf(StrawbossException.class);
    }

    private Job accept(String queue, String text) {
        return jobs.accept(
                spec(text, LONG).with(new Scheduling(queue, 0, List.of(), false), List.of()),
                "test",
                Optional.empty());
    }
}
