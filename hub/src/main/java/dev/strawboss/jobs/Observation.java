package dev.strawboss.jobs;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks at what running jobs have printed so far.
final class Observation {
    private final Map<String, JobKind> kinds;
    private final JobFiles files;
    private final Clock clock;

    Observation(Collection<JobKind> kinds, JobFiles files, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.files = files;
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

    /// A running job with what it has printed as `output_state` in its report, else the same.
    Job observed(Job job) {
        Optional<Printing> printing = printing(job);
        if (printing.isEmpty()) {
            return job;
        }
        Map<String, Object> report = new LinkedHashMap<>(job.report());
        report.put("output_state", printing.get().json());
        return job.withReport(report);
    }
}
