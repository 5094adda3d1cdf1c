package dev.strawboss.jobs;

import java.util.List;
import java.util.Optional;

/// A piece of a list of jobs, the newest first.
///
/// @param jobs without their text
/// @param older what to ask for next: only jobs with a smaller number; empty if there are no more.
///   A page may have fewer jobs than were asked for, or none, and yet go on: so many that did not
///   fit were looked through
/// @param total how many there are in all
/// @param note what the answer does not know yet; empty if it knows all
public record JobPage(List<Job> jobs, Optional<Long> older, Total total, String note) {
    public JobPage {
        jobs = List.copyOf(jobs);
    }

    /// How many jobs there are of what was asked for.
    ///
    /// @param exact whether it is known; else there are so many or more
    public record Total(long jobs, boolean exact) {
        @Override
        public String toString() {
            return exact ? Long.toString(jobs) : jobs + "+";
        }
    }
}
