package dev.strawboss.torture;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the clients of one trial want and were told, over all lives of the engine.
final class Ledger {
    private final List<Wish> wishes = new ArrayList<>();
    private int here;
    private final Map<String, JobId> ids = new ConcurrentHashMap<>();
    private final Map<String, Job> ends = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<JobId> mayBeGone = ConcurrentHashMap.newKeySet();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /// All wishes of the trial are known from the start, so that nothing is cleaned away that a
    /// later one follows.
    void plan(int more, Random random) {
        for (int i = 0; i < more; i++) {
            wishes.add(Wish.random("key-" + wishes.size(), random, wishes));
        }
    }

    /// So many more clients come.
    void come(int more) {
        here += more;
    }

    List<Wish> wishes() {
        return List.copyOf(wishes);
    }

    /// Those whose client is here and was not told their end.
    List<Wish> open() {
        return wishes.subList(0, here).stream()
                .filter(wish -> !ends.containsKey(wish.key()))
                .toList();
    }

    void accepted(Wish wish, JobId id) {
        JobId before = ids.putIfAbsent(wish.key(), id);
        if (before != null && !before.equals(id)) {
            fault(Fault.Sort.LOST, wish.key() + " was job " + before + " and is now " + id);
        }
    }

    /// Somebody was told that this is the answer to what the wish asked.
    void answered(Wish wish, String answer) {
        String before = answers.putIfAbsent(wish.key(), answer);
        if (before != null && !before.equals(answer)) {
            fault(Fault.Sort.LOST, wish.key() + " was answered " + before + " and now " + answer);
        }
    }

    void told(Wish wish, Job end) {
        ends.put(wish.key(), end);
    }

    Optional<JobId> id(String key) {
        return Optional.ofNullable(ids.get(key));
    }

    List<JobId> ids() {
        return List.copyOf(ids.values());
    }

    Optional<Job> end(String key) {
        return Optional.ofNullable(ends.get(key));
    }

    /// Some of those whose client was told, to be cleaned away: nobody will ask for them, nor
    /// accept a job that follows them.
    List<JobId> doneWith(Random random) {
        List<JobId> done = new ArrayList<>();
        for (Wish wish : wishes) {
            boolean followed =
                    wishes.stream()
                            .filter(child -> child.order().after().equals(Optional.of(wish.key())))
                            .anyMatch(child -> !ids.containsKey(child.key()));
            if (ends.containsKey(wish.key()) && !followed && random.nextBoolean()) {
                done.add(id(wish.key()).orElseThrow());
            }
        }
        mayBeGone.addAll(done);
        return done;
    }

    boolean mayBeGone(JobId id) {
        return mayBeGone.contains(id);
    }

    void fault(Fault.Sort sort, String sentence) {
        faults.add(new Fault(sort, sentence));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
