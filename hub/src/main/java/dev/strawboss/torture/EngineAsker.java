package dev.strawboss.torture;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Asking;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a job's command asks, in one life of the engine: it repeats under the same key what the
/// life before left unanswered. Two people answer, each with another word; only one may count, for
/// ever.
record EngineAsker(Jobs jobs, Ledger ledger, ScriptedPlacement placement, Wish wish) {
    private static final Asking ASKING =
            new Asking(
                    "Go on?",
                    "",
                    List.of(),
                    true,
                    Asking.Audience.ORCHESTRATOR,
                    Optional.empty(),
                    Optional.empty());
    private static final Duration LONG = Duration.ofMinutes(1);

    /// Until the job has its answer, or ended otherwise.
    void ask(JobId id) throws InterruptedException {
        Optional<Question> asked = asked(id);
        if (asked.isEmpty()) {
            return;
        }
        int question = asked.get().question();
        reply(id, question);
        reply(id, question);
        if (jobs.questions().await(id, question, LONG).settled().orElse(null)
                instanceof Question.Answered(_, var answer, _)) {
            ledger.answered(wish, answer);
            placement.answered(id.value());
        }
        if (jobs.questions().of(id).size() != 1) {
            ledger.fault(Fault.Sort.TWICE, wish + " asked " + jobs.questions().of(id));
        }
    }

    private Optional<Question> asked(JobId id) throws InterruptedException {
        while (true) {
            Job job = jobs.require(id.value());
            if (job.finished()) {
                return Optional.empty();
            }
            if (runs(job)) {
                try {
                    return Optional.of(
                            jobs.questions().ask(id, job.attempts(), ASKING, wish.key()));
                } catch (StrawbossException e) {
                    if (e.code() != ErrorCode.CANCELLED) { // it was stopped just now
                        throw e;
                    }
                }
            }
            Thread.sleep(1);
        }
    }

    private static boolean runs(Job job) {
        return job.state() instanceof JobState.Running
                || (job.state() instanceof JobState.Waiting waiting && waiting.run().isPresent());
    }

    private void reply(JobId id, int question) {
        String word = UUID.randomUUID().toString();
        try {
            var _ = jobs.questions().reply(id, Optional.of(question), word, word, word);
            ledger.answered(wish, word);
        } catch (StrawbossException e) {
            if (e.code() != ErrorCode.QUESTION_CLOSED) {
                throw e;
            }
        }
    }
}
