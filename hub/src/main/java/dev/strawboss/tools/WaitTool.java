package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Question;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.secrets.Redaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Waits for jobs, within what clients allow a call to take.
final class WaitTool implements Tool {
    // opencode gives a call up after 60 s (facts: agents, section 4)
    private static final int LONGEST = 50;

    /// Of more the answer has no room.
    static final int MOST = 100;

    private static final Duration TELL_EVERY = Duration.ofSeconds(2);

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "wait",
                    "Wait for jobs",
                    "Wait until any or all of the jobs have finished or one asks something (answer with reply), at most"
                            + " 50 s; returns each job with its result. Call again while `done` is false.",
                    List.of(
                            Parameter.strings(
                                    "jobs", "Job ids; else your unfinished and unseen jobs."),
                            Parameter.choice("for", "Which must finish.", List.of("all", "any"))
                                    .orElse("all"),
                            Parameter.integer("seconds", "How long at most, 0 to 50.").orElse(45L)),
                    ToolDescription.Effect.READ,
                    Map.of());

    private final Jobs jobs;
    private final JobAnswers answers;
    private final ShownQuestions shown = new ShownQuestions();
    private final Elicitation elicitation;
    private final Supplier<Redaction> secrets;

    WaitTool(Jobs jobs, JobAnswers answers, Supplier<Redaction> secrets) {
        this.secrets = secrets;
        this.jobs = jobs;
        this.answers = answers;
        this.elicitation = new Elicitation(jobs, secrets);
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        List<JobId> ids = wanted(call, arguments);
        long seconds = arguments.integer("seconds").orElse(45L);
        if (seconds < 0 || seconds > LONGEST) {
            throw arguments.invalid("wait takes 0 to 50 seconds, not " + seconds + ".");
        }
        boolean all = arguments.string("for").orElse("all").equals("all");
        jobs.notices().awaits(call, NoticingTool.audience(call), ids);
        List<Job> found = waitFor(call, ids, all, Duration.ofSeconds(seconds));
        List<Question> asked = asked(found);
        shown.add(call.session(), asked);
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("done", satisfied(found, all));
        if (!asked.isEmpty()) {
            done.put("asking", asked.stream().map(one -> one.job().value()).distinct().toList());
        }
        return answers.several(found, head(found, all), done);
    }

    private List<JobId> wanted(Call call, Arguments arguments) {
        List<JobId> named =
                arguments.strings("jobs").stream()
                        .map(jobs::require)
                        .map(Job::id)
                        .distinct()
                        .toList();
        if (named.size() > MOST) {
            throw arguments.invalid("wait takes at most " + MOST + " job ids.");
        }
        List<JobId> wanted = named.isEmpty() ? unnamed(call) : named;
        if (wanted.isEmpty()) {
            throw arguments.invalid("There is no job of yours to wait for; name one.");
        }
        return wanted.subList(0, Math.min(MOST, wanted.size()));
    }

    private List<JobId> unnamed(Call call) {
        return call.session().name().isEmpty()
                ? jobs.awaitedBy(call.client())
                : jobs.notices().waited(NoticingTool.audience(call), call.client(), MOST);
    }

    private List<Job> waitFor(Call call, List<JobId> ids, boolean all, Duration time)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Job> found = jobs.await(ids, all, Duration.ZERO);
        for (int told = 1; !satisfied(found, all); told++) {
            List<Question> asked = asked(found);
            long left = end - System.nanoTime();
            if (elicitation.elicit(call, asked)) {
                found = jobs.await(ids, all, Duration.ZERO);
                continue;
            }
            if (left <= 0 || shown.hasNew(call.session(), asked)) {
                return found;
            }
            call.progress(told, secrets.get().text(progress(found, asked)));
            found =
                    jobs.awaitNews(
                            ids, all, Duration.ofNanos(Math.min(left, TELL_EVERY.toNanos())));
        }
        return found;
    }

    private List<Question> asked(List<Job> found) {
        return found.stream()
                .filter(job -> !job.state().asks().isEmpty())
                .flatMap(job -> jobs.questions().of(job.id()).stream().filter(Question::open))
                .toList();
    }

    private static boolean satisfied(List<Job> jobs, boolean all) {
        return all ? jobs.stream().allMatch(Job::finished) : jobs.stream().anyMatch(Job::finished);
    }

    private static String head(List<Job> jobs, boolean all) {
        if (jobs.size() == 1) {
            return "";
        }
        List<String> asking =
                jobs.stream()
                        .filter(job -> !job.state().asks().isEmpty())
                        .map(job -> job.id().value())
                        .toList();
        return progress(jobs)
                + (asking.isEmpty() ? "" : "; it asks: " + String.join(", ", asking))
                + (satisfied(jobs, all) ? "." : "; call wait again.");
    }

    private static String progress(List<Job> jobs, List<Question> asked) {
        if (asked.isEmpty()) {
            return progress(jobs);
        }
        Question first = asked.getFirst();
        return "job "
                + NoticingTool.line(first.job(), first)
                + "; strawboss reply "
                + first.job()
                + (asked.size() == 1 ? "" : " " + first.question())
                + " ANSWER";
    }

    private static String progress(List<Job> jobs) {
        if (jobs.size() == 1) {
            return jobs.getFirst().id() + " is " + jobs.getFirst().state().wireName();
        }
        long finished = jobs.stream().filter(Job::finished).count();
        return finished + " of " + jobs.size() + " jobs have finished";
    }
}
