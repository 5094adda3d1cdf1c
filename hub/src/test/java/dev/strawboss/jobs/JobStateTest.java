package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import java.nio.file.Path;
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

    private static final List<JobState> STATES =
            List.of(
                    new JobState.Queued(T),
                    new JobState.Preparing(T, 1, Optional.empty()),
                    new JobState.Running(T, 1, RUN, Optional.empty()),
                    new JobState.Verifying(T, 1, RUN, new Exit(0, T), Optional.empty()),
                    new JobState.Succeeded(T),
                    new JobState.Failed(T, ErrorCode.NONZERO_EXIT, "exit status 1"),
                    new JobState.TimedOut(T, "ran longer than 1s"),
                    new JobState.Cancelled(T, "cancelled by cli"),
                    new JobState.Unknown(T, "gone"));

    private static final List<JobEvent> EVENTS =
            List.of(
                    new JobEvent.Accepted(T),
                    new JobEvent.Claimed(T, 1),
                    new JobEvent.Started(T, RUN),
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
                        "queued accepted: . claimed: preparing started: . stop_requested:cancelled requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "preparing accepted: . claimed: . started: running stop_requested:preparing requeued: queued exited: . succeeded: . failed: failed lost: . continued: .",
                        "running accepted: . claimed: . started: . stop_requested:running requeued: queued exited: verifying succeeded: . failed: . lost: unknown continued: .",
                        "verifying accepted: . claimed: . started: . stop_requested:verifying requeued: . exited: . succeeded: succeeded failed: failed lost: . continued: .",
                        "succeeded accepted: . claimed: . started: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "failed accepted: . claimed: . started: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "timed_out accepted: . claimed: . started: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "cancelled accepted: . claimed: . started: . stop_requested:. requeued: . exited: . succeeded: . failed: . lost: . continued: .",
                        "unknown accepted: . claimed: . started: . stop_requested:. requeued: . exited: . succeeded: succeeded failed: failed lost: . continued: queued");
    }

    @Test
    void aStopWinsOverTheVerdictOfACommandThatEndedMeanwhile() {
        JobState running = STATES.get(2).after(new JobEvent.StopRequested(T, STOP));
        JobState verifying = running.after(new JobEvent.Exited(T, new Exit(0, T)));
        assertThat(verifying.after(new JobEvent.Succeeded(T)))
                .isEqualTo(new JobState.Cancelled(T, "cancelled by cli"));
    }

    @Test
    void aStoppedJobWhoseRunnerIsGoneWithoutARecordIsStopped() {
        JobState running = STATES.get(2).after(new JobEvent.StopRequested(T, STOP));
        assertThat(running.after(new JobEvent.Lost(T, "gone")))
                .isEqualTo(new JobState.Cancelled(T, "cancelled by cli"));
    }

    @Test
    void theFirstOfTwoStopsWins() {
        JobState.Stop timeout = new JobState.Stop(T, JobState.Stop.Cause.TIMEOUT, "1s");
        JobState stopped =
                STATES.get(2)
                        .after(new JobEvent.StopRequested(T, timeout))
                        .after(new JobEvent.StopRequested(T, STOP))
                        .after(new JobEvent.Exited(T, new Exit(143, T)))
                        .after(new JobEvent.Failed(T, ErrorCode.KILLED_BY_SIGNAL, "TERM"));
        assertThat(stopped).isEqualTo(new JobState.TimedOut(T, "ran longer than 1s"));
    }

    @Test
    void aStopAfterTheCommandEndedChangesNothing() {
        JobState verifying = STATES.get(3).after(new JobEvent.StopRequested(T, STOP));
        assertThat(verifying.after(new JobEvent.Succeeded(T))).isEqualTo(new JobState.Succeeded(T));
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
