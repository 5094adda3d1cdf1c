package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.errors.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DependenciesTest extends Engine {
    @Test
    void aJobWaitsUntilAllThatItFollowsHaveSucceeded() throws Exception {
        Job slow = accept("300 0");
        Job quick = accept("1 0");
        Job child = accept("1 0", false, slow, quick);
        assertThat(child.state())
                .isEqualTo(
                        new JobState.Waiting(
                                child.accepted(),
                                new JobState.Reason.Dependency(List.of(slow.id(), quick.id())),
                                Optional.empty()));
        assertThat(jobs.why(child)).contains("Waits for", slow.id().value());
        Job done = await(child.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.started().orElseThrow())
                .isAfter(((JobState.Finished) jobs.require(slow.id().value()).state()).at());
        assertThat(jobs.events(done).stream().map(JobEventCodec::type))
                .startsWith("accepted", "held", "released", "claimed");
    }

    @Test
    void aFailureFailsWhatFollowsItAndWhatFollowsThat() throws Exception {
        Job parent = accept("200 3");
        Job child = accept("1 0", false, parent);
        Job grandchild = accept("1 0", false, child);
        failedBecauseOf(parent, await(child.id()), "failed");
        failedBecauseOf(child, await(grandchild.id()), "failed");
    }

    @Test
    void anyEndWillDoWhereThatWasAsked() throws Exception {
        Job parent = accept("60000 0");
        Job any = accept("1 0", true, parent);
        Job picky = accept("1 0", false, parent);
        jobs.stop(parent.id(), "cli");
        assertThat(await(any.id()).state()).isInstanceOf(JobState.Succeeded.class);
        failedBecauseOf(parent, await(picky.id()), "was cancelled");
    }

    @Test
    void whatItFollowsMayHaveEndedBefore() throws Exception {
        Job good = await(accept("1 0").id());
        Job bad = await(accept("1 1").id());
        assertThat(await(accept("1 0", false, good).id()).state())
                .isInstanceOf(JobState.Succeeded.class);
        Job child = accept("1 0", false, good, bad);
        assertThat(child.finished()).as("decided at once").isTrue();
        failedBecauseOf(bad, child, "failed");
        assertThat(await(accept("1 0", true, bad).id()).state())
                .isInstanceOf(JobState.Succeeded.class);
        failedBecauseOf(child, accept("1 0", false, child), "failed");
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndThatFailsWhatFollowsIt() throws Exception {
        Job parent = accept("60000 0");
        Job child = accept("1 0", false, parent);
        Job grandchild = accept("1 0", false, child);
        assertThat(jobs.stop(child.id(), "cli").state()).isInstanceOf(JobState.Cancelled.class);
        failedBecauseOf(child, await(grandchild.id()), "was cancelled");
        jobs.stop(parent.id(), "cli");
    }

    @Test
    void oneThatWasCancelledAndCleanedAwayDoesNotHoldUpTheOthers() throws Exception {
        Job parent = accept("60000 0");
        Job forgotten = accept("1 0", true, parent);
        Job other = accept("1 0", true, parent);
        jobs.stop(forgotten.id(), "cli");
        assertThat(jobs.history().forget(List.of(forgotten.id()))).isEqualTo(1);

        jobs.stop(parent.id(), "cli");

        assertThat(await(other.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void theHubStartsAlthoughWaitingJobsCannotBeLookedAfterYet() throws Exception {
        Job parent = accept("100 0");
        Job child = accept("1 0", false, parent);
        execute(
                """
                create trigger broken before insert on events when new.type = 'released'
                begin select raise(abort, 'not now'); end
                """);
        await(parent.id());
        restart();
        assertThat(jobs.require(child.id().value()).state()).isInstanceOf(JobState.Waiting.class);

        execute("drop trigger broken");

        assertThat(await(child.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void aLongChainAndAWideFanFallAsOne() throws Exception {
        Job parent = accept("60000 0");
        List<JobId> ids = new ArrayList<>();
        Job last = parent;
        for (int i = 0; i < 300; i++) {
            last = accept("1 0", false, last);
            ids.add(last.id());
            ids.add(accept("1 0", false, parent).id());
        }
        jobs.stop(parent.id(), "cli");
        assertThat(jobs.await(ids, true, LONG))
                .allMatch(job -> job.state() instanceof JobState.Failed);
        assertThat(jobs.counts()).isEmpty();
    }

    @Test
    void whatEndedWithoutAHubIsFollowedByTheNext() throws Exception {
        Job good = accept("100 0");
        Job bad = accept("100 1");
        Job afterGood = accept("1 0", false, good);
        Job afterBad = accept("1 0", false, bad);
        Job afterThat = accept("1 0", true, afterBad);
        awaitState(good.id(), "running");
        awaitState(bad.id(), "running");
        database.close();
        jobs.close();
        Thread.sleep(150); // both end meanwhile
        begin(4);
        assertThat(await(afterGood.id()).state()).isInstanceOf(JobState.Succeeded.class);
        failedBecauseOf(bad, await(afterBad.id()), "failed");
        assertThat(await(afterThat.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    /// The engine dies between the end of one and what follows from it: the end is in the store,
    /// and nobody was told.
    @Test
    void aDeathBetweenAnEndAndWhatFollowsFromItLosesNothing() throws Exception {
        Job parent = accept("60000 0");
        Job child = accept("1 0", false, parent);
        Job grandchild = accept("1 0", false, child);
        awaitState(parent.id(), "running");
        database.write(handle ->
                handle.execute(
                        """
                        create trigger no_end before insert on events
                        when new.type = 'failed' and new.data like '%dependency_failed%'
                        begin select raise(abort, 'on purpose'); end
                        """));
        jobs.stop(parent.id(), "cli");
        assertThat(await(parent.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(jobs.require(child.id().value()).state().wireName()).isEqualTo("waiting");
        restartWithoutTrigger();
        failedBecauseOf(parent, await(child.id()), "was cancelled");
        failedBecauseOf(child, await(grandchild.id()), "failed");
    }

    private void restartWithoutTrigger() {
        database.write(handle -> handle.execute("drop trigger no_end"));
        restart();
    }

    @Test
    void noFamilyIsLostOrRunTwiceHoweverOftenTheEngineDies() throws Exception {
        long seed = Long.getLong("strawboss.seed", 20261121L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Job> all = new ArrayList<>();
        for (int death = 0; death < 12; death++) {
            for (int i = 0; i < 8; i++) {
                String text = random.nextInt(80) + " " + (random.nextInt(4) == 0 ? 1 : 0);
                all.add(
                        all.isEmpty()
                                ? accept(text)
                                : accept(
                                        text,
                                        random.nextInt(3) == 0,
                                        all.get(random.nextInt(all.size())),
                                        all.get(Math.max(0, all.size() - 2))));
            }
            Thread.sleep(random.nextInt(60));
            restart();
        }
        for (Job one : all) {
            Job job = await(one.id());
            boolean starts =
                    job.spec().scheduling().anyEnd()
                            || job.spec().scheduling().after().stream()
                                    .map(id -> jobs.require(id.value()).state())
                                    .allMatch(JobState.Succeeded.class::isInstance);
            assertThat(placement.starts(job.id()))
                    .as("starts of %s", job)
                    .isEqualTo(starts ? 1 : 0);
        }
        assertThat(jobs.counts()).isEmpty();
    }

    private void failedBecauseOf(Job parent, Job child, String how) {
        assertThat(child.state())
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed -> {
                            assertThat(failed.code()).isEqualTo(ErrorCode.DEPENDENCY_FAILED);
                            assertThat(failed.reason()).contains(parent.id().value(), how);
                        });
        assertThat(placement.starts(child.id())).isZero();
    }

    private Job accept(String text, boolean anyEnd, Job... parents) {
        List<JobId> after = List.of(parents).stream().map(Job::id).distinct().toList();
        return jobs.accept(
                spec(text, LONG).with(new Scheduling("default", 0, after, anyEnd), List.of()),
                "test",
                Optional.empty());
    }
}
