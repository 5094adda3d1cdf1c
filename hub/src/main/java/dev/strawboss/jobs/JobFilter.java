package dev.strawboss.jobs;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which jobs are asked for. What is empty asks for nothing in particular; what is given must all
/// hold.
///
/// @param states wire names, of which any will do
/// @param facets what stands in the job itself, word for word
/// @param tags of which a job must have all
/// @param since the earliest time of acceptance
/// @param until the time before which it was accepted
/// @param text words that title, prompt, reason or answer must have, see [SearchWords]
/// @param archived only the archived ones; else only the others
public record JobFilter(
        Set<String> states,
        Map<Facet, String> facets,
        Set<String> tags,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> text,
        boolean archived) {
    /// Every job that is not archived.
    public static final JobFilter ALL =
            new JobFilter(
                    Set.of(),
                    Map.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    /// What a job has one of, or none.
    public enum Facet {
        KIND,
        PROJECT,
        AGENT,
        QUEUE,
        CLIENT;

        /// The word for it in questions, and its column.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public JobFilter {
        states = Set.copyOf(states);
        facets = Map.copyOf(facets);
        tags = Set.copyOf(tags);
    }

    /// Jobs in one of these states that are not archived.
    public static JobFilter states(Set<String> states) {
        return new JobFilter(
                states,
                new EnumMap<>(Facet.class),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
