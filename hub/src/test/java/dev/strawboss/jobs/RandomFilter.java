package dev.strawboss.jobs;

import dev.strawboss.jobs.JobFilter.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/// Any combination of what jobs of [dev.strawboss.bench.StoreOfJobs] can be asked for.
final class RandomFilter {
    private RandomFilter() {}

    static JobFilter like(Job like, Random random) {
        Map<Facet, String> facets = new EnumMap<>(Facet.class);
        if (random.nextInt(4) == 0) {
            facets.put(Facet.KIND, like.spec().kind());
        }
        if (random.nextInt(3) == 0) {
            facets.put(Facet.PROJECT, like.spec().project().orElseThrow());
        }
        if (random.nextInt(4) == 0) {
            facets.put(Facet.AGENT, like.spec().agent().orElse("agent-3"));
        }
        if (random.nextInt(6) == 0) {
            facets.put(Facet.CLIENT, like.client());
        }
        if (random.nextInt(8) == 0) {
            facets.put(Facet.QUEUE, random.nextBoolean() ? "default" : "none");
        }
        List<String> words =
                List.of(
                        "parser",
                        "fix",
                        "tests",
                        "t" + like.number(),
                        "pars*",
                        "\"fix the parser\"");
        return new JobFilter(
                random.nextInt(3) > 0 ? Set.of() : Set.of("failed", "timed_out", "unknown"),
                facets,
                random.nextInt(5) > 0
                        ? Set.of()
                        : random.nextBoolean() ? Set.of("nightly") : Set.of("nightly", "release"),
                random.nextInt(4) > 0 ? Optional.empty() : Optional.of(like.accepted()),
                random.nextInt(4) > 0
                        ? Optional.empty()
                        : Optional.of(like.accepted().plusSeconds(9_000)),
                random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(words.get(random.nextInt(words.size()))),
                random.nextInt(6) == 0);
    }

    /// The same asked of one job, where every eleventh is archived.
    static Predicate<Job> matches(JobFilter filter) {
        return job ->
                (filter.states().isEmpty() || filter.states().contains(job.state().wireName()))
                        && filter.archived() == (job.number() % 11 == 0)
                        && job.spec().tags().containsAll(filter.tags())
                        && filter.facets().entrySet().stream()
                                .allMatch(entry ->
                                        entry.getValue().equals(facet(job, entry.getKey())))
                        && filter.since().filter(job.accepted()::isBefore).isEmpty()
                        && filter.until().map(job.accepted()::isBefore).orElse(true)
                        && filter.text().map(text -> speaksOf(job, text)).orElse(true);
    }

    private static String facet(Job job, Facet facet) {
        return switch (facet) {
            case KIND -> job.spec().kind();
            case PROJECT -> job.spec().project().orElse("");
            case AGENT -> job.spec().agent().orElse("");
            case QUEUE -> job.spec().scheduling().queue();
            case CLIENT -> job.client();
        };
    }

    // every prompt ends with "run its tests" and names its ticket
    private static boolean speaksOf(Job job, String text) {
        String title = job.spec().title();
        return switch (text) {
            case "tests" -> true;
            case "parser", "pars*" -> title.contains("parser");
            case "fix" -> title.contains("fix");
            case "\"fix the parser\"" -> title.contains("fix the parser");
            default -> text.equals("t" + job.number());
        };
    }
}
