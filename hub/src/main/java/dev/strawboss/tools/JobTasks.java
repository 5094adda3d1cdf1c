package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobEvent;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Telling;
import dev.strawboss.jobs.Watches;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Question;
import dev.strawboss.mcp.Resources;
import dev.strawboss.mcp.Tasks;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.secrets.Redaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Jobs as tasks of the protocol's extension: the task's id is the job's. What a job asks is the
/// task's input request, whoever it is for.
final class JobTasks implements Tasks {
    private static final long POLL_MILLIS = 2_000;
    private static final String QUESTION = "question-";

    private final Jobs jobs;
    private final JobAnswers answers;
    private final Supplier<Redaction> secrets;

    JobTasks(Jobs jobs, JobAnswers answers, Supplier<Redaction> secrets) {
        this.jobs = jobs;
        this.answers = answers;
        this.secrets = secrets;
    }

    @Override
    public Optional<Task> task(Call call, String id) {
        return find(call, id)
                .map(job -> {
                    if (job.finished()) {
                        told(call, job.id());
                    }
                    return task(job);
                });
    }

    /// Another's job is no task of this caller.
    private Optional<Job> find(Call call, String id) {
        List<Job> known =
                JobId.isWellFormed(id) ? jobs.history().known(List.of(new JobId(id))) : List.of();
        return known.stream()
                .findFirst()
                .filter(job -> jobs.isOf(job, call.principal()))
                .map(job -> jobs.require(job.id().value()));
    }

    private Task task(Job job) {
        List<JobEvent> events = jobs.events(job);
        Instant updated = events.isEmpty() ? job.accepted() : events.getLast().at();
        return new Task(
                job.id().value(),
                state(job),
                secrets.get().text(PlainText.line(jobs.why(job), 300)),
                job.accepted(),
                updated,
                null,
                POLL_MILLIS);
    }

    private State state(Job job) {
        if (job.state() instanceof JobState.Cancelled) {
            return new State.Cancelled();
        }
        if (job.finished()) {
            return new State.Completed(answer(job));
        }
        if (job.state().asks().isEmpty()) {
            return new State.Working();
        }
        Map<String, Question> questions = new LinkedHashMap<>();
        open(job.id())
                .forEach(one ->
                        questions.put(
                                QUESTION + one.question(), Elicitation.form(one, secrets.get())));
        return questions.isEmpty() ? new State.Working() : new State.InputRequired(questions);
    }

    private List<dev.strawboss.jobs.Question> open(JobId id) {
        return jobs.questions().of(id).stream().filter(dev.strawboss.jobs.Question::open).toList();
    }

    private ToolAnswer answer(Job job) {
        ToolAnswer answer = answers.one(job);
        Redaction redaction = secrets.get();
        return answer.with(redaction.text(answer.text()), redaction.object(answer.structured()));
    }

    /// Its end is in this answer; no other needs to tell it.
    private void told(Call call, JobId id) {
        Telling telling =
                jobs.notices()
                        .telling(call, NoticingTool.audience(call), Set.of(id), Set.of(), true);
        telling.carryOnly(0);
        if (!telling.isEmpty()) {
            call.whenAnswered(NoticingTool.delivery(telling));
        }
    }

    @Override
    public void answer(Call call, String id, Map<String, Map<String, Object>> given) {
        Optional<Job> job = find(call, id);
        if (job.isEmpty()) {
            return;
        }
        for (dev.strawboss.jobs.Question one : open(job.get().id())) {
            Map<String, Object> form = given.getOrDefault(QUESTION + one.question(), Map.of());
            Elicitation.answer(form)
                    .ifPresent(words -> Elicitation.reply(jobs, one, words, call.client()));
        }
    }

    @Override
    public void cancel(Call call, String id) {
        find(call, id).ifPresent(job -> jobs.stop(job.id(), call.client()));
    }

    @Override
    public Resources.Watch watch(String id, Runnable changed) {
        if (!JobId.isWellFormed(id)) {
            return Resources.Watch.NONE;
        }
        Watches.Watch watch = jobs.watches().job(new JobId(id), changed);
        return watch::close;
    }
}
