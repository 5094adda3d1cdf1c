package dev.strawboss.torture;

import dev.strawboss.crash.CrashPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What came of all seeds so far.
public final class Tally {
    private final String name;
    private final List<Outcome> faulty = new ArrayList<>();
    private final Map<Fault.Sort, Integer> faults = new EnumMap<>(Fault.Sort.class);
    private final Map<String, Integer> deaths = new TreeMap<>();
    private final TreeSet<String> passed = new TreeSet<>();
    private int seeds;
    private long jobs;

    Tally(String name) {
        this.name = name;
    }

    /// @param progress hears of faults
    synchronized void add(Outcome outcome, Consumer<String> progress) {
        seeds++;
        jobs += outcome.jobs();
        outcome.deaths().forEach(death -> deaths.merge(death, 1, Integer::sum));
        passed.addAll(outcome.passed());
        outcome.faults().forEach(fault -> faults.merge(fault.sort(), 1, Integer::sum));
        if (!outcome.faults().isEmpty()) {
            faulty.add(outcome);
            lines(outcome).forEach(progress);
        }
    }

    /// Whether nothing happened that must not.
    public boolean good() {
        return faulty.isEmpty();
    }

    /// The points that were passed, by name.
    public List<String> passed() {
        return List.copyOf(passed);
    }

    /// The places of death, by name, and how often.
    public Map<String, Integer> deaths() {
        return new TreeMap<>(deaths);
    }

    /// The faults with the seeds to repeat them, one a line.
    public List<String> lines() {
        return faulty.stream().flatMap(Tally::lines).toList();
    }

    private static Stream<String> lines(Outcome outcome) {
        return outcome.faults().stream()
                .map(fault ->
                        "seed %d: %s: %s"
                                .formatted(outcome.seed(), fault.sort(), fault.sentence()));
    }

    /// @param time what all of it took
    String table(Duration time) {
        double seconds = Math.max(1, time.toMillis()) / 1e3;
        int all = deaths.values().stream().mapToInt(Integer::intValue).sum();
        int points = (int) deaths.keySet().stream().filter(Tally::isPoint).count();
        StringBuilder table = new StringBuilder();
        row(table, name, "%d seeds in %.1f s, %.1f/s".formatted(seeds, seconds, seeds / seconds));
        row(table, "jobs", Long.toString(jobs));
        row(table, "deaths", "%d, at %d points and at random".formatted(all, points));
        for (Fault.Sort sort : Fault.Sort.values()) {
            row(
                    table,
                    sort.name().toLowerCase(Locale.ROOT),
                    Integer.toString(faults.getOrDefault(sort, 0)));
        }
        return table.toString();
    }

    private static boolean isPoint(String death) {
        return List.of(CrashPoint.values()).stream().anyMatch(point -> point.name().equals(death));
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("%-10s %s%n".formatted(name, value));
    }
}
