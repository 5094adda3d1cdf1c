package dev.strawboss.torture;

import java.util.List;

/// What came of one seed.
///
/// @param deaths where the hub died: a point's name, or `kill` for a moment picked at random
/// @param passed the points that the hub passed
record Outcome(long seed, int jobs, List<String> deaths, List<String> passed, List<Fault> faults) {
    Outcome {
        deaths = List.copyOf(deaths);
        passed = List.copyOf(passed);
        faults = List.copyOf(faults);
    }

    /// Of a seed that could not be run to its end.
    static Outcome failed(long seed, Exception why) {
        return new Outcome(
                seed,
                0,
                List.of(),
                List.of(),
                List.of(new Fault(Fault.Sort.WRONG, "the trial itself failed: " + why)));
    }
}
