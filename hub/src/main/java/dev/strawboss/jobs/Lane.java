package dev.strawboss.jobs;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Waiting jobs that go through the same gates, so that what holds one of them holds all. Ordered
/// by the job in front.
final class Lane implements Comparable<Lane> {
    private final List<Gate> gates;
    private final TreeSet<Ticket> tickets = new TreeSet<>();
    private @Nullable TreeSet<Lane> place;

    Lane(List<Gate> gates) {
        this.gates = gates;
    }

    List<Gate> gates() {
        return gates;
    }

    /// To be changed only while the lane stands nowhere: its order is that of the first of them.
    TreeSet<Ticket> tickets() {
        return tickets;
    }

    /// Takes it from where it stands and puts it elsewhere.
    void moveTo(TreeSet<Lane> where) {
        leave();
        where.add(this);
        place = where;
    }

    void leave() {
        if (place != null) {
            place.remove(this);
            place = null;
        }
    }

    @Override
    public int compareTo(Lane other) {
        return tickets.first().compareTo(other.tickets.first());
    }
}
