package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobStateTest {
    private static final Instant T = Instant.parse("2026-11-20T12:00:00Z");
    private static final RunHandle RUN =
            new RunHandle(Path.of("/d"), new ProcessIdentity(1, 2, "boot"), "cgroup", "/cg");
    private static final JobState.Stop STOP =
            new JobState.Stop(T, JobState.Stop.Cause.CANCEL, "cli");

    private static final JobState.Running RUNNING =
            new JobState.Running(T, 1, RUN, Optional.empty());
    private static final JobState.Running ASKING =
            new JobState.Running(T, 1, RUN, Optional.empty(), Duration.ZERO, List.of(1));
    private static final JobState.Reason DEPENDENCY =
            new JobState.Reason.Dependency(List.of(new JobId("5xq5f5xnwc6p")));
    private static final JobState.Reason PAUSED = new JobState.Reason.Paused("cli");

    private static final List<JobState> STATES =
            List.of(
                    new JobState.Queued(T),
                    new JobState.Waiting(T, DEPENDENCY, Optional.empty()),
                    new JobState.Waiting(T, PAUSED, Optional.of(RUNNING)),
                    new JobState.Preparing(T, 1, Optional.empty()),
                    RUNNING,
                    ASKING,
                    new JobState.Verifying(T, 1, RUN, new Exit(0, T), Optional.empty()),
                    new JobState.Succeeded(T),
                    new JobState.Failed(T, ErrorCode.NONZERO_EXIT, "exit status 1"),
                    new JobState.TimedOut(T, "ran longer than 1s"),
                    new JobState.Cancelled(T, "cancelled by cli"),
                    new JobState.Unknown(T, "gone"));

    private static final List<JobEvent> EVENTS =
            List.of(
                    new JobEvent.Accepted(T),
                    new JobEvent.Held(T, DEPENDENCY),
                    new JobEvent.Held(T, PAUSED),
                    new JobEvent.Released(T),
                    new JobEvent.Prioritised(T, 7, "cli"),
                    new JobEvent.Claimed(T, 1),
                    new JobEvent.Started(T, RUN),
                    new JobEvent.Asked(T, 1),
                    new JobEvent.Answered(T, 1, "cli"),
                    new JobEvent.Withdrawn(T, 1, "the time was up"),
                    new JobEvent.StopRequested(T, STOP),
                    new JobEvent.Requeued(T, "the hub ended"),
                    new JobEvent.Exited(T, new Exit(0, T)),
                    new JobEvent.Succeeded(T),
                    new JobEvent.Failed(T, ErrorCode.NONZERO_EXIT, "exit status 1"),
                    new JobEvent.Lost(T, "gone"),
                    new JobEvent.Continued(T, "cli", "session-1"));

    /// Every event on every state; `.` is refused. A change to the life cycle shows here first.
    @Test
    void everyEventOnEveryStateIsDecided() {
        StringBuilder table = new StringBuilder();
        for (JobState state : STATES) {
            table.append("%-10s".formatted(state.wireName()));
            for (JobEvent event : EVENTS) {
                table.append(" %-14s".formatted(JobEventCodec.type(event) + ":"))
                        .append("%-10s".formatted(after(state, event)));
            }
            table.append('\n');
        }
        System.out.println(table);
        assertThat(table.toString().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "queued accepted: . held: waiting held: waiting released: . prioritised: queued claimed: preparing started: . asked: . answered: . withdrawn: . stop_requested:cancelled requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "waiting accepted: . held: waiting held: waiting released: queued prioritised: waiting claimed: . started: . asked: . answered: . withdrawn: . stop_requested:cancelled requeued: . exited: . succeeded: . failed: failed lost: . continued: .",
                        "waiting accepted: . held: . held: . released: running prioritised: . claimed: . started: . asked: waiting answered: . withdrawn: . stop_requested:running requeued: queued exited: verifying succeeded: . failed: . lost: unknown continued: .",
                        "preparing accepted: . held: . held: . released: . prioritised: . claimed: . started: running asked: . answered: . withdrawn: . stop_requested:preparing requeued: queued exited: . succeeded: . failed: failed lost: . continued: .",
                        "running accepted: . held: . held: waiting released: . prioritised: . claimed: . started: . asked: waiting answered: . withdrawn: . stop_requested:running requeued: queued exited: verifying succeeded: . failed: . lost: unknown continued: .",
                        "waiting accepted: . held: . held: waiting released: . prioritised: . claimed: . started: . asked: waiting answered: running withdrawn: running stop_requested:running requeued: queued exited: verifying succeeded: . failed: . lost: unknown continued: .",
                        "verifying accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:verifying requeued: . exited: . succeeded: succeeded failed: failed lost: . continued: .",
                        "succeeded accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "failed accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "timed_out accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "cancelled accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "unknown accepted: . held: . held: . released: . prioritised: . claimed: . started: . asked: . answered: . withdrawn: . stop_requested:. requeued: . exited: . succeeded: succeeded failed: failed lost: . continued: queued");
    }

    @Test
    void aStopWinsOverTheVerdictOfACommandThatEndedMeanwhile() {
        JobState running = RUNNING.after(new JobEvent.StopRequested(T, STOP));
        JobState verifying = running.after(new JobEvent.Exited(T, new Exit(0, T)));
        assertThat(verifying.after(new JobEvent.Succeeded(T)))
                .isEqualTo(new JobState.Cancelled(T, "cancelled by cli"));
    }

    @Test
    void aStoppedJobWhoseRunnerIsGoneWithoutARecordIsStopped() {
        JobState running = RUNNING.after(new JobEvent.StopRequested(T, STOP));
        assertThat(running.after(new JobEvent.Lost(T, "gone")))
                .isEqualTo(new JobState.Cancelled(T, "cancelled by cli"));
    }

    @Test
    void theFirstOfTwoStopsWins() {
        JobState.Stop timeout = new JobState.Stop(T, JobState.Stop.Cause.TIMEOUT, "1s");
        JobState stopped =
                RUNNING.after(new JobEvent.StopRequested(T, timeout))
                        .after(new JobEvent.StopRequested(T, STOP))
                        .after(new JobEvent.Exited(T, new Exit(143, T)))
                        .after(new JobEvent.Failed(T, ErrorCode.KILLED_BY_SIGNAL, "TERM"));
        assertThat(stopped).isEqualTo(new JobState.TimedOut(T, "ran longer than 1s"));
    }

    @Test
    void aStopAfterTheCommandEndedChangesNothing() {
        JobState verifying = STATES.get(6).after(new JobEvent.StopRequested(T, STOP));
        assertThat(verifying.after(new JobEvent.Succeeded(T))).isEqualTo(new JobState.Succeeded(T));
    }

    @Test
    void aStopOfAPausedCommandStopsItAndTheTimeOfThePauseDoesNotCount() {
        JobState paused = RUNNING.after(new JobEvent.Held(T.plusSeconds(5), PAUSED));
        assertThat(paused)
                .isEqualTo(new JobState.Waiting(T.plusSeconds(5), PAUSED, Optional.of(RUNNING)));
        JobState.Running on =
                new JobState.Running(T, 1, RUN, Optional.empty(), Duration.ofSeconds(7), List.of());
        assertThat(paused.after(new JobEvent.Released(T.plusSeconds(12)))).isEqualTo(on);
        assertThat(
                        on.after(new JobEvent.Held(T.plusSeconds(20), PAUSED))
                                .after(new JobEvent.StopRequested(T.plusSeconds(21), STOP)))
                .isEqualTo(
                        new JobState.Running(
                                T, 1, RUN, Optional.of(STOP), Duration.ofSeconds(8), List.of()));
    }

    @Test
    void whatAPausedCommandAskedStaysAskedAndIsAnsweredMeanwhile() {
        JobState paused = ASKING.after(new JobEvent.Held(T, PAUSED));
        assertThat(paused.asks()).containsExactly(1);
        assertThat(paused.after(new JobEvent.Released(T))).isEqualTo(ASKING);
        assertThat(
                        paused.after(new JobEvent.Asked(T, 2))
                                .after(new JobEvent.Answered(T, 1, "cli"))
                                .after(new JobEvent.Released(T))
                                .asks())
                .containsExactly(2);
    }

    @Test
    void aStoppedCommandAsksNothingAnyMore() {
        JobState stopped = ASKING.after(new JobEvent.StopRequested(T, STOP));
        assertThat(stopped.asks()).isEmpty();
        assertThat(stopped.wireName()).isEqualTo("running");
    }

    @Test
    void everyEventSurvivesBeingStored() {
        for (JobEvent event : EVENTS) {
            assertThat(
                            JobEventCodec.decode(
                                    JobEventCodec.type(event),
                                    JobEventCodec.VERSION,
                                    event.at(),
                                    JobEventCodec.data(event)))
                    .isEqualTo(event);
        }
    }

    private static String after(JobState state, JobEvent event) {
        try {
            return state.after(event).wireName();
        } catch (IllegalStateException e) {
            return ".";
        }
    }
}
