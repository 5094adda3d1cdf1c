package dev.strawboss.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One row of the table: what was measured, what it was held against, and whether it is within it.
///
/// @param value as measured, in `unit`; empty if it could not be
/// @param bound what is promised; empty for what only stands beside others
/// @param beside what was measured in the same run to set the bound or to compare with
record Figure(
        String name, Optional<Double> value, String unit, Optional<Bound> bound, String beside) {
    /// @param atMost whether the value must not be above the limit; else it must not be below
    /// @param limit in the figure's unit
    record Bound(double limit, boolean atMost) {
        boolean holds(double value) {
            return atMost ? value <= limit : value >= limit;
        }

        String sign() {
            return atMost ? "≤" : "≥";
        }
    }

    static Figure atMost(String name, double value, String unit, double limit, String beside) {
        return new Figure(
                name, Optional.of(value), unit, Optional.of(new Bound(limit, true)), beside);
    }

    static Figure atLeast(String name, double value, String unit, double limit, String beside) {
        return new Figure(
                name, Optional.of(value), unit, Optional.of(new Bound(limit, false)), beside);
    }

    /// Promises nothing.
    static Figure plain(String name, double value, String unit, String beside) {
        return new Figure(name, Optional.of(value), unit, Optional.empty(), beside);
    }

    static Figure missing(String name, String why) {
        return new Figure(name, Optional.empty(), "", Optional.empty(), why);
    }

    boolean met() {
        return bound.isEmpty() || (value.isPresent() && bound.get().holds(value.get()));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        value.ifPresent(number -> json.put("value", rounded(number)));
        json.put("unit", unit);
        bound.ifPresent(promised -> {
            json.put("bound", promised.atMost() ? "at_most" : "at_least");
            json.put("limit", rounded(promised.limit()));
            json.put("met", met());
        });
        json.put("beside", beside);
        return json;
    }

    String toLine() {
        return String.format(
                Locale.ROOT,
                "%-48s %10s %-8s %1s %10s  %-7s %s",
                name,
                value.map(Figure::shown).orElse("–"),
                unit,
                bound.map(Bound::sign).orElse(""),
                bound.map(promised -> shown(promised.limit())).orElse(""),
                bound.isEmpty() ? "" : met() ? "met" : "MISSED",
                beside);
    }

    private static String shown(double number) {
        return number >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }

    private static double rounded(double number) {
        return Math.round(number * 1_000) / 1_000.0;
    }
}
