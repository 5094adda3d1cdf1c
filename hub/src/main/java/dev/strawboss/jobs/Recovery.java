package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be done about a job that ended, above all one whose outcome is not known.
public final class Recovery {
    private final Jobs jobs;
    private final SqliteJobStore store;
    private final JobFiles files;
    private final Crew crew;
    private final Notices notices;
    private final Clock clock;

    Recovery(
            Jobs jobs,
            SqliteJobStore store,
            JobFiles files,
            Crew crew,
            Notices notices,
            Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.files = files;
        this.crew = crew;
        this.notices = notices;
        this.clock = clock;
    }

    /// Accepts a new job that does the same as a finished one, from the start. It waits for
    /// nothing.
    ///
    /// @param requestKey the same one gives the same new job
    /// @throws StrawbossException `INVALID_INPUT` if the job has not finished
    public Job retry(Job job, Dispatcher by, Optional<String> requestKey) {
        requireFinished(job);
        JobSpec again =
                new JobTexts(store, files)
                        .whole(job.id())
                        .spec()
                        .with(JobSpec.RETRY_OF, job.id().value());
        Scheduling when = again.scheduling();
        return jobs.accept(
                again.with(
                        new Scheduling(when.queue(), when.priority(), List.of(), false),
                        again.tags()),
                by,
                requestKey,
                Optional.empty());
    }

    /// Looks again at what a job left whose outcome is not known. Where that shows how it ended, it
    /// ends so.
    ///
    /// @return the job afterwards; still unknown if what it left does not tell
    /// @throws StrawbossException `INVALID_INPUT` if its outcome is known
    public Job verify(Job job) throws InterruptedException {
        return crew.verify(requireUnknown(job));
    }

    /// Lets an agent's job whose outcome is not known go on where it was: in its workspace and its
    /// session. Returns once that is durable. One that goes on already is left as it is.
    ///
    /// @throws StrawbossException `INVALID_INPUT` if its outcome is known or it has no session
    public Job continueSession(Job job, String by) {
        if (goesOn(job)) {
            return job;
        }
        requireUnknown(job);
        if (!(job.report().get("session") instanceof String session)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Job " + job.id() + " left no agent session to go on with.",
                    "Run it again from the start: strawboss retry " + job.id());
        }
        Job goesOn =
                store.append(
                        job.id(),
                        now ->
                                now.state() instanceof JobState.Unknown
                                        ? Optional.of(
                                                new JobEvent.Continued(
                                                        clock.instant(), by, session))
                                        : Optional.empty(),
                        Map.of());
        notices.goesOn(goesOn);
        crew.take(goesOn);
        return goesOn;
    }

    private boolean goesOn(Job job) {
        return !job.finished()
                && jobs.events(job).stream().anyMatch(JobEvent.Continued.class::isInstance);
    }

    private static Job requireUnknown(Job job) {
        if (job.state() instanceof JobState.Unknown) {
            return job;
        }
        throw new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The outcome of job "
                        + job.id()
                        + " is not unknown: it is "
                        + job.state().wireName()
                        + ".",
                "Look at it: strawboss job " + job.id());
    }

    private static void requireFinished(Job job) {
        if (!job.finished()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Job " + job.id() + " has not finished: it is " + job.state().wireName() + ".",
                    "Stop it first: strawboss stop " + job.id());
        }
    }
}
