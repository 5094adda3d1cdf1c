package dev.strawboss.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// A filter in the words of the store: each thing asked for can lead (an index gives the numbers of
/// its jobs, the newest first) or follow (a condition on jobs that another one led to).
///
/// @param terms what is asked for, besides times
/// @param conditions on times and on being archived; always follow
/// @param binds the values of all their parameters
record SqliteJobQuery(List<Term> terms, List<String> conditions, Map<String, Object> binds) {
    private static final String ARCHIVED = "archived = :archived";
    private static final String RANGE = " and number < :below and number >= :from";

    /// One thing that is asked for.
    ///
    /// @param lead a query for numbers between `:from` and `:below`
    /// @param follow the same as a condition on a row of `jobs`
    /// @param cost how to find how many jobs that concerns; empty if that cannot be told
    /// @param kept whether the kept counts tell it from others, also in combination
    record Term(String lead, String follow, String cost, boolean kept) {}

    /// The rows of some numbers; never by an index, however good the planner thinks it.
    static final String NAMED =
            "jobs not indexed where number in (select value from json_each(:numbers))";

    /// The same of those that are or are not archived, without a look at their rows.
    private static final String NAMED_ONLY =
            "jobs indexed by jobs_listed where archived = :archived"
                    + " and number in (select value from json_each(:numbers))";

    /// What leads when nothing is asked for.
    static final String EVERY =
            "select number from jobs indexed by jobs_listed where archived = :archived" + RANGE;

    /// @param words the match expression of the filter's text; empty if it has none
    static SqliteJobQuery of(JobFilter filter, String words) {
        List<Term> terms = new ArrayList<>();
        List<String> conditions = new ArrayList<>(List.of(ARCHIVED));
        Map<String, Object> binds = new HashMap<>();
        binds.put("archived", filter.archived() ? 1 : 0);
        if (!filter.states().isEmpty()) {
            terms.add(states(filter, binds));
        }
        filter.facets()
                .forEach((facet, value) -> {
                    binds.put(facet.word(), value);
                    terms.add(facet(facet.word()));
                });
        for (String tag : filter.tags()) {
            String name = "tag%02d".formatted(binds.size());
            binds.put(name, tag);
            terms.add(tag(":" + name));
        }
        if (!words.isEmpty()) {
            binds.put("words", words);
            terms.add(text());
        }
        filter.since()
                .ifPresent(since -> {
                    binds.put("since", since.toEpochMilli());
                    conditions.add("accepted_at >= :since");
                });
        filter.until()
                .ifPresent(until -> {
                    binds.put("until", until.toEpochMilli());
                    conditions.add("accepted_at < :until");
                });
        return new SqliteJobQuery(terms, conditions, binds);
    }

    /// The conditions on rows that are left when one of the terms leads.
    ///
    /// @param leading its lead, or [#EVERY]
    String following(String leading) {
        StringJoiner all = new StringJoiner(" and ");
        conditions.forEach(all::add);
        terms.stream()
                .filter(term -> !term.lead().equals(leading))
                .forEach(term -> {
                    all.add(term.follow());
                });
        return all.toString();
    }

    /// Of some numbers that one of the terms led to, those that fulfil the rest.
    ///
    /// @param leading its lead, or [#EVERY]
    String named(String leading) {
        String rest = following(leading);
        return rest.equals(ARCHIVED) ? NAMED_ONLY : NAMED + " and " + rest;
    }

    /// What the kept counts know of it: being archived, states and facets.
    String combination() {
        StringJoiner all = new StringJoiner(" and ").add(ARCHIVED);
        terms.stream().filter(Term::kept).map(Term::follow).forEach(all::add);
        return all.toString();
    }

    /// Whether nothing follows but what every index has in it.
    boolean one() {
        return terms.size() <= 1 && conditions.size() == 1 && !binds.containsKey("words");
    }

    private static Term states(JobFilter filter, Map<String, Object> binds) {
        List<String> leads = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String state : filter.states().stream().sorted().toList()) {
            String name = ":state" + names.size();
            names.add(name);
            binds.put(name.substring(1), state);
            leads.add(
                    "select number from jobs indexed by jobs_by_state where archived = :archived and state = "
                            + name
                            + RANGE);
        }
        String among = "state in (" + String.join(", ", names) + ")";
        // each part comes in order from the index and they are merged; `in` would sort them all
        return new Term(
                String.join(" union all ", leads),
                among,
                "select sum(jobs) from totals where archived = :archived and " + among,
                true);
    }

    private static Term facet(String column) {
        String is = column + " = :" + column;
        return new Term(
                "select number from jobs indexed by jobs_by_"
                        + column
                        + " where archived = :archived and "
                        + is
                        + RANGE,
                is,
                "select sum(jobs) from totals where archived = :archived and " + is,
                true);
    }

    private static Term tag(String name) {
        return new Term(
                "select job as number from tags where archived = :archived and tag = "
                        + name
                        + " and job < :below and job >= :from",
                "exists (select 1 from tags where archived = :archived and tag = "
                        + name
                        + " and job = number)",
                "select sum(jobs) from tag_totals where archived = :archived and tag = " + name,
                false);
    }

    private static Term text() {
        return new Term(
                "select rowid as number from search where search match :words and rowid < :below and rowid >= :from",
                "exists (select 1 from search where search match :words and rowid = number)",
                "",
                false);
    }
}
