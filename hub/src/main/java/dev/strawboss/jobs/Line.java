package dev.strawboss.jobs;

import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;

/// The waiting jobs of one queue, to tell how many are ahead of one.
final class Line {
    private final TreeMap<Integer, TreeSet<Ticket>> byPriority =
            new TreeMap<>(Comparator.reverseOrder());
    private int size;

    void add(Ticket ticket) {
        if (byPriority.computeIfAbsent(ticket.priority(), _ -> new TreeSet<>()).add(ticket)) {
            size++;
        }
    }

    void remove(Ticket ticket) {
        TreeSet<Ticket> equals = byPriority.get(ticket.priority());
        if (equals != null && equals.remove(ticket)) {
            size--;
            if (equals.isEmpty()) {
                byPriority.remove(ticket.priority());
            }
        }
    }

    int size() {
        return size;
    }

    /// Counts from the end of its priority: whoever asks has mostly just been accepted.
    int ahead(Ticket ticket) {
        int ahead = 0;
        for (TreeSet<Ticket> higher : byPriority.headMap(ticket.priority(), true).values()) {
            ahead += higher.size();
        }
        for (Ticket behind : byPriority.get(ticket.priority()).descendingSet()) {
            ahead--;
            if (behind.equals(ticket)) {
                break;
            }
        }
        return ahead;
    }
}
