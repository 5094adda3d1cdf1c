package dev.strawboss.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One row of the table: what was measured, what it was held against, and whether it is within it.
///
/// @param value as measured, in `unit`
/// @param limit the bound that is promised, in the same unit
/// @param atMost whether the value must not be above the limit; else it must not be below
/// @param beside what was measured in the same run to set the limit or to compare with
record Figure(String name, double value, String unit, double limit, boolean atMost, String beside) {
    boolean met() {
        return atMost ? value <= limit : value >= limit;
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("value", rounded(value));
        json.put("unit", unit);
        json.put("bound", atMost ? "at_most" : "at_least");
        json.put("limit", rounded(limit));
        json.put("met", met());
        json.put("beside", beside);
        return json;
    }

    String toLine() {
        return String.format(
                Locale.ROOT,
                "%-48s %10s %-8s %s %10s  %-7s %s",
                name,
                shown(value),
                unit,
                atMost ? "≤" : "≥",
                shown(limit),
                met() ? "met" : "MISSED",
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
