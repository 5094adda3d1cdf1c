package dev.strawboss.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many per second, measured a few times.
final class Rates {
    private final List<Double> all = new ArrayList<>();

    void add(double rate) {
        all.add(rate);
    }

    double median() {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /// The lowest and the highest.
    @Override
    public String toString() {
        List<Double> sorted = all.stream().sorted().toList();
        return String.format(Locale.ROOT, "%,.0f to %,.0f/s", sorted.getFirst(), sorted.getLast());
    }
}
