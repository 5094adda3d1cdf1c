package dev.strawboss.secrets;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// A kind of jobs whose results hold no secrets: what a job came to is stored, searched, told and
/// backed up, so they are taken out before.
public final class RedactedKind implements JobKind {
    private final JobKind kind;
    private final Supplier<Redaction> secrets;

    public RedactedKind(JobKind kind, Supplier<Redaction> secrets) {
        this.kind = kind;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public RunPlan prepare(Job job, Path directory) throws InterruptedException {
        return kind.prepare(job, directory);
    }

    @Override
    public Conclusion conclude(Job job, Path directory, Exit exit) throws InterruptedException {
        Conclusion conclusion = kind.conclude(job, directory, exit);
        return new Conclusion(redacted(conclusion.verdict()), redacted(conclusion.report()));
    }

    @Override
    public boolean printsAtItsEnd(Job job) {
        return kind.printsAtItsEnd(job);
    }

    @Override
    public Remains examine(Job job, Path directory) throws InterruptedException {
        Remains remains = kind.examine(job, directory);
        return new Remains(remains.verdict().map(this::redacted), redacted(remains.report()));
    }

    private Verdict redacted(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Success success -> success;
            case Verdict.Failure(var code, var reason) ->
                    new Verdict.Failure(code, secrets.get().text(reason));
        };
    }

    private Map<String, Object> redacted(Map<String, Object> report) {
        return secrets.get().object(report);
    }
}
