package dev.strawboss.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks at what running jobs have printed so far, and what they ask.
final class Observation {
    private final Map<String, JobKind> kinds;
    private final JobFiles files;
    private final Questions questions;
    private final Clock clock;

    Observation(Collection<JobKind> kinds, JobFiles files, Questions questions, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.files = files;
        this.questions = questions;
        this.clock = clock;
    }

    /// Empty unless the job runs.
    Optional<Printing> printing(Job job) {
        if (!(job.state() instanceof JobState.Running running)) {
            return Optional.empty();
        }
        JobKind kind = kinds.get(job.spec().kind());
        return Optional.of(
                Printing.of(
                        files.existing(job.id(), running.attempt()),
                        running.since(),
                        clock.instant(),
                        kind != null && kind.printsAtItsEnd(job)));
    }

    /// A running job with what it has printed as `output_state` and what it asks as `questions` in
    /// its report, else the same.
    Job observed(Job job) {
        Map<String, Object> report = new LinkedHashMap<>(job.report());
        if (!job.state().asks().isEmpty()) {
            report.put(
                    "questions",
                    questions.open(List.of(job.id())).stream().map(Question::json).toList());
        }
        printing(job).ifPresent(printing -> report.put("output_state", printing.json()));
        return report.equals(job.report()) ? job : job.withReport(report);
    }
}
