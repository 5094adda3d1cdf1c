package dev.strawboss.jobs;

import java.util.List;
import java.util.Set;

/// What one answer tells of jobs that finished or ask: from [Notices#telling] until one of
/// [#arrived] and [#lost], no other answer carries these notices.
public final class Telling {
    private final Notices notices;
    private final Set<News> told;
    private final Set<Long> seen;
    private List<Notice> carried;
    private final long more;

    Telling(Notices notices, Set<News> told, Set<Long> seen, List<Notice> carried, long more) {
        this.notices = notices;
        this.told = told;
        this.seen = seen;
        this.carried = carried;
        this.more = more;
    }

    /// Jobs to tell of, besides those that the answer shows anyway; in the order in which it
    /// happened.
    public List<Notice> notices() {
        return carried;
    }

    /// How many more there are to tell of.
    public long more() {
        return more;
    }

    /// Only the first of the notices had room.
    public void carryOnly(int first) {
        List<News> rest =
                carried.subList(first, carried.size()).stream().map(Notice::news).toList();
        carried = List.copyOf(carried.subList(0, first));
        told.removeAll(rest);
        notices.release(rest);
    }

    /// Whether nothing depends on what becomes of the answer.
    public boolean isEmpty() {
        return told.isEmpty() && seen.isEmpty();
    }

    /// The answer reached the client. Does not block.
    public void arrived() {
        notices.arrived(told, seen);
    }

    /// It did not.
    public void lost() {
        notices.release(told);
    }
}
