package dev.strawboss.jobs;

import java.util.Comparator;
import java.util.Optional;

/// What admission knows of a job. Ordered as they are to start: the higher priority first, then the
/// order of acceptance.
record Ticket(
        JobId id,
        long number,
        int priority,
        String queue,
        Optional<String> project,
        Optional<String> agent)
        implements Comparable<Ticket> {
    private static final Comparator<Ticket> ORDER =
            Comparator.comparingInt(Ticket::priority).reversed().thenComparingLong(Ticket::number);

    static Ticket of(Job job) {
        Scheduling when = job.spec().scheduling();
        return new Ticket(
                job.id(),
                job.number(),
                when.priority(),
                when.queue(),
                job.spec().project(),
                job.spec().agent());
    }

    Ticket withPriority(int other) {
        return new Ticket(id, number, other, queue, project, agent);
    }

    @Override
    public int compareTo(Ticket other) {
        return ORDER.compare(this, other);
    }
}
