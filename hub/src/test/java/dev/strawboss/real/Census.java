package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which CLIs did what a test class asks of each: named at the end, the missing ones too, and under
/// CI there must be enough of them.
final class Census {
    private final String what;
    private final int least;
    private final List<String> all;
    private final Set<String> worked = new TreeSet<>();

    /// @param what as it is printed: `as workers`
    Census(String what, int least, List<String> all) {
        this.what = what;
        this.least = least;
        this.all = all;
    }

    void worked(String cli) {
        worked.add(cli);
    }

    @SuppressWarnings("SystemOut") // it belongs into the log of a build
    void close() {
        Set<String> others = new TreeSet<>(all);
        others.removeAll(worked);
        System.out.printf(
                "Agent CLIs that work here %s: %d (%s)%s%n",
                what,
                worked.size(),
                String.join(", ", worked),
                others.isEmpty() ? "" : "; NOT: " + String.join(", ", others));
        if (RealClis.required()) {
            assertThat(worked).as("CLIs that work " + what).hasSizeGreaterThanOrEqualTo(least);
        }
    }
}
