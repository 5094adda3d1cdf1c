package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whose notice it is, in one JVM.
@Timeout(60)
class TellingTest {
    @TempDir Path directory;

    private final SurvivingPlacement placement = new SurvivingPlacement();
    private final Set<String> connected = ConcurrentHashMap.newKeySet();
    private final Set<String> processes = ConcurrentHashMap.newKeySet();
    private Database database;
    private Jobs jobs;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void begin() {
        database = Database.open(directory.resolve("strawboss.db"));
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        placement,
                        List.of(new Quick()),
                        () -> 4,
                        new Hurried(),
                        processes::contains);
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    @Test
    void whatWasLostIsToldAgainAndWhatArrivedIsNot() throws Exception {
        Job job = done("a", "/srv/one");
        Telling lost = telling("a", "/srv/one");
        assertThat(ids(lost)).containsExactly(job.id());
        assertThat(telling("a", "/srv/one").notices()).as("under way").isEmpty();
        lost.lost();
        Telling arrived = telling("a", "/srv/one");
        assertThat(ids(arrived)).containsExactly(job.id());
        assertThat(jobs.untold()).containsExactly(job.id());
        arrived.arrived();
        assertThat(telling("a", "/srv/one").notices()).isEmpty();
        awaitNoneUntold();
        end();
        begin();
        assertThat(telling("a", "/srv/one").notices()).as("after a restart").isEmpty();
    }

    @Test
    void whatWasNotConfirmedIsToldByTheNextHub() throws Exception {
        Job job = done("a", "/srv/one");
        assertThat(ids(telling("a", "/srv/one"))).containsExactly(job.id());
        end();
        begin();
        assertThat(ids(telling("a", "/srv/one"))).containsExactly(job.id());
    }

    @Test
    void whatHasNoRoomStaysForTheNextAnswer() throws Exception {
        Set<JobId> all = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            all.add(done("a", "/srv/one").id());
        }
        Telling first = telling("a", "/srv/one");
        assertThat(first.notices()).hasSize(5);
        assertThat(first.more()).isEqualTo(2);
        all.removeAll(ids(first).subList(0, 2));
        first.carryOnly(2);
        first.arrived();
        Telling second = telling("a", "/srv/one");
        assertThat(all).hasSize(5).containsExactlyInAnyOrderElementsOf(ids(second));
        assertThat(second.more()).isZero();
    }

    @Test
    void anAnswerThatShowsTheEndTellsItOnlyToItsOwner() throws Exception {
        Job job = done("a", "/srv/one");
        shows("b", job, true).arrived();
        while (!jobs.inbox().newest(true, Optional.empty(), 5).endings().isEmpty()) {
            Thread.sleep(2); // until that somebody looked at it is kept
        }
        assertThat(ids(telling("a", "/srv/one"))).containsExactly(job.id());
    }

    @Test
    void aListTellsButDoesNotCountAsLookedAt() throws Exception {
        Job job = done("a", "/srv/one");
        Telling list = shows("a", job, false);
        assertThat(list.notices()).isEmpty();
        list.arrived();
        awaitNoneUntold();
        assertThat(telling("a", "/srv/one").notices()).isEmpty();
        assertThat(jobs.inbox().newest(true, Optional.empty(), 5).endings()).hasSize(1);
        assertThat(jobs.notices().waited(audience("a", "/srv/one"), "test", 9))
                .containsExactly(job.id());
        assertThat(shows("b", job, false).isEmpty()).as("nothing to keep").isTrue();
    }

    @Test
    void aSessionIsGoneWhenItsProcessIsAndItsProjectInherits() throws Exception {
        processes.add("a");
        connected.remove("a");
        Job job = done("a", "/srv/one/sub");
        connected.remove("a");
        awaitLook();
        assertThat(telling("b", "/srv/one").notices()).as("its process lives").isEmpty();
        processes.remove("a");
        awaitLook();
        assertThat(telling("c", "/srv/two").notices()).isEmpty();
        assertThat(telling("d", "/").notices()).isEmpty();
        assertThat(jobs.notices().waited(audience("b", "/srv/one"), "test", 9))
                .containsExactly(job.id());
        Telling inherited = telling("b", "/srv/one");
        assertThat(ids(inherited)).containsExactly(job.id());
        inherited.lost();
        assertThat(ids(telling("a", "/elsewhere"))).as("it came back").containsExactly(job.id());
    }

    @Test
    void aHomeIsNoProject() throws Exception {
        done("a", "/home/ada/dates");
        connected.remove("a");
        awaitLook();
        for (String wide : List.of("/", "/home", "/home/ada", "/home/ada/other")) {
            assertThat(telling("in " + wide, wide).notices()).as(wide).isEmpty();
        }
        assertThat(telling("z", "/home/ada/dates/src").notices()).hasSize(1);
    }

    @Test
    void whatSomebodyInTheSessionWaitsForIsLeftToThatAnswer() throws Exception {
        Object wait = new Object();
        Job job = accepted("a", "/srv/one");
        jobs.notices().awaits(wait, audience("a", "/srv/one"), List.of(job.id()));
        await(job);
        assertThat(telling("a", "/srv/one").notices()).isEmpty();
        jobs.notices().gaveUp(wait);
        assertThat(ids(telling("a", "/srv/one"))).containsExactly(job.id());
    }

    @Test
    void whoTakesNoNoticesGetsNoneAndLeavesNone() throws Exception {
        done("", "/srv/one");
        assertThat(jobs.untold()).isEmpty();
        done("a", "/srv/one");
        connected.remove("a");
        awaitLook();
        assertThat(telling("", "/srv/one").notices()).isEmpty();
        assertThat(telling("b", "/srv/one").notices()).hasSize(1);
    }

    private static List<JobId> ids(Telling telling) {
        return telling.notices().stream().map(Notice::job).toList();
    }

    private Telling telling(String session, String cwd) {
        return jobs.notices()
                .telling(new Object(), audience(session, cwd), Set.of(), Set.of(), true);
    }

    private Telling shows(String session, Job job, boolean byId) {
        return jobs.notices()
                .telling(new Object(), audience(session, "/x/y"), Set.of(job.id()), Set.of(), byId);
    }

    private Audience audience(String session, String cwd) {
        connected.add(session);
        return new Audience(session, Optional.of(Path.of(cwd)), () -> connected.contains(session));
    }

    private Job accepted(String session, String cwd) {
        telling(session, cwd).lost(); // it is there
        JobSpec spec =
                new JobSpec(
                        "test",
                        "t",
                        Optional.empty(),
                        Optional.empty(),
                        Path.of(cwd),
                        Duration.ofSeconds(20),
                        "x",
                        Map.of());
        return jobs.accept(
                spec, new Dispatcher("test", session), Optional.empty(), Optional.empty());
    }

    private void await(Job job) throws InterruptedException {
        assertThat(jobs.await(List.of(job.id()), true, Duration.ofSeconds(20)))
                .allMatch(Job::finished);
    }

    private Job done(String session, String cwd) throws InterruptedException {
        Job job = accepted(session, cwd);
        await(job);
        return job;
    }

    private void awaitNoneUntold() throws InterruptedException {
        while (!jobs.untold().isEmpty()) {
            Thread.sleep(2);
        }
    }

    // Who is gone is looked at once a second.
    private void awaitLook() {
        ahead = ahead.plusSeconds(1);
    }

    private final class Hurried extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    private static final class Quick implements JobKind {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public RunPlan prepare(Job job, Path directory) {
            return new RunPlan(
                    List.of("1", "0"),
                    directory,
                    Map.of(),
                    Optional.empty(),
                    job.spec().timeout(),
                    10,
                    10);
        }

        @Override
        public Conclusion conclude(Job job, Path directory, Exit exit) {
            return new Conclusion(new Verdict.Success(), Map.of());
        }
    }
}
