package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.bench.StoreOfJobs;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobFilter.Facet;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final int JOBS = 3_000;

    @TempDir Path directory;

    private Database database;
    private Jobs jobs;
    private History history;

    @BeforeEach
    void begin() {
        database = Database.open(directory.resolve("strawboss.db"));
        open();
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    /// Every combination against the same question asked of each job in turn.
    @Test
    void whateverIsAskedForIsFoundOnceAndInOrderAndCounted() {
        StoreOfJobs.fill(database, JOBS);
        List<Job> all = pages(JobFilter.ALL, 500);
        assertThat(all).hasSize(JOBS);
        archive(all.stream().filter(job -> job.number() % 11 == 0).toList());
        long seed = Long.getLong("strawboss.seed", 20261121L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            JobFilter filter = RandomFilter.like(all.get(random.nextInt(all.size())), random);
            List<Long> expected =
                    all.stream().filter(RandomFilter.matches(filter)).map(Job::number).toList();
            assertThat(pages(filter, 1 + random.nextInt(60)).stream().map(Job::number))
                    .as(filter.toString())
                    .containsExactlyElementsOf(expected);
            JobPage.Total total = history.list(filter, Optional.empty(), 5).total();
            assertThat(
                            total.exact()
                                    ? total.jobs() == expected.size()
                                    : total.jobs() <= expected.size())
                    .as(filter + " has " + expected.size() + ", said " + total)
                    .isTrue();
        }
    }

    @Test
    void countsAreKeptWhileJobsGoThroughTheirStates() throws Exception {
        for (int i = 0; i < 20; i++) {
            accept("fix number " + i, List.of("nightly", "t" + i % 3));
        }
        awaitAll();
        assertThat(totals()).isEqualTo(counted());
        archive(history.list(JobFilter.ALL, Optional.empty(), 7).jobs());
        assertThat(totals()).isEqualTo(counted());
        assertThat(history.list(JobFilter.ALL, Optional.empty(), 2).total())
                .isEqualTo(new JobPage.Total(13, true));
    }

    @Test
    void aJobIsFoundByItsWordsAsSoonAsItIsAcceptedAndByItsAnswerWhenItHasEnded() throws Exception {
        Job job = accept("Make the frobnicator GRÜẞEN twice", List.of());
        assertThat(found("frobnicator")).containsExactly(job.id());
        assertThat(found("frob*")).containsExactly(job.id());
        assertThat(found("grussen")).isEmpty();
        assertThat(found("\"frobnicator grüßen\"")).containsExactly(job.id());
        assertThat(found("\"grüßen frobnicator\"")).isEmpty();
        assertThat(found("grüßen frobnicator")).containsExactly(job.id());
        assertThat(found("frobnicator nowhere")).isEmpty();
        jobs.await(List.of(job.id()), true, Duration.ofSeconds(20));
        assertThat(found("answered")).containsExactly(job.id());
    }

    @Test
    void theBeginningOfALongPromptIsSearched() {
        Job job = accept("zanzibar " + "ü".repeat(100_000), List.of());
        assertThat(found("zanzibar")).containsExactly(job.id());
    }

    @Test
    void noTextIsAnErrorOfTheStore() {
        accept("something to find", List.of());
        for (String hostile :
                List.of(
                        "\"",
                        "\"\"",
                        "'",
                        "*",
                        "a*b*",
                        "(",
                        ")",
                        "AND",
                        "OR NOT",
                        "NEAR(a b)",
                        "title:x",
                        "-x",
                        "+",
                        "^a",
                        "{a b}:c",
                        "a\u0000b",
                        "\ud800",
                        "\ud83d\ude00",
                        "; drop table jobs",
                        "\"unfinished phrase",
                        "a\"b\"c",
                        "%_",
                        "\u0301",
                        "x ".repeat(250),
                        "--",
                        "NULL",
                        "\\",
                        "\"a\" *",
                        "***",
                        "a AND",
                        "日本語 テキスト",
                        "ﬁ ﷺ",
                        "a\u00adb",
                        "\u200b")) {
            try {
                history.list(text(hostile), Optional.empty(), 10);
            } catch (StrawbossException refused) {
                assertThat(refused).hasMessage("There is no word to search for.");
            }
        }
        assertThatThrownBy(() -> history.list(text("\" - \""), Optional.empty(), 10))
                .hasMessage("There is no word to search for.");
    }

    @Test
    void anOlderStoreIsTakenIntoTheIndexBitByBitAndSaysWhatIsMissing() throws Exception {
        jobs.close();
        StoreOfJobs.fill(database, JOBS);
        database.write(handle -> {
            handle.execute("delete from search where rowid > 0");
            return handle.execute("update search_fill set below = " + (JOBS + 1));
        });
        SqliteJobIndex index =
                new SqliteJobIndex(database, new JobFiles(directory.resolve("jobs")));
        assertThat(index.take(100)).isEqualTo(100);
        assertThat(index.missing()).isEqualTo(new SqliteJobIndex.Missing(0, JOBS - 99));
        open(); // the next hub goes on
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (index.missing().below() > 0) {
            JobPage page = history.list(text("tests"), Optional.empty(), 1);
            if (index.missing().below() > 0) { // still, so it was when the list was made
                assertThat(page.note()).contains("not searched yet");
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
        assertThat(pages(text("tests"), 500)).hasSize(JOBS);
        assertThat(history.list(text("tests"), Optional.empty(), 1).note()).isEmpty();
    }

    @Test
    void whatAnEarlierHubDidNotIndexIsIndexedByTheNext() {
        jobs.close();
        database.write(handle -> {
            handle.execute(
                    """
                    insert into jobs (id, kind, title, directory, timeout_ms, client, details, accepted_at, state, state_at, text)
                    values ('aaaaaaaaaaaa', 'test', 'left behind', '/', 1, 'test', '{}', 0, 'succeeded', 0, '')
                    """);
            return 1;
        });
        open();
        assertThat(found("behind")).containsExactly(new JobId("aaaaaaaaaaaa"));
    }

    /// So many rows that a scan would be chosen if it could.
    @Test
    void everyQuestionIsLedByAnIndex() {
        StoreOfJobs.fill(database, JOBS);
        JobFilter filter =
                new JobFilter(
                        Set.of("failed", "timed_out"),
                        Map.of(
                                Facet.KIND, "agent",
                                Facet.PROJECT, "project-1",
                                Facet.AGENT, "agent-1",
                                Facet.QUEUE, "default",
                                Facet.CLIENT, "cli"),
                        Set.of("nightly"),
                        Optional.of(Instant.EPOCH),
                        Optional.of(Instant.EPOCH),
                        Optional.of("tests"),
                        false);
        SqliteJobQuery query = SqliteJobQuery.of(filter, "\"tests\"");
        List<String> leads = new ArrayList<>(List.of(SqliteJobQuery.EVERY));
        query.terms().forEach(term -> leads.add(term.lead()));
        assertThat(leads).hasSize(9);
        for (String lead : leads) {
            assertThat(plan(lead + " order by number desc limit 10"))
                    .as(lead)
                    .noneMatch(step -> step.startsWith("SCAN jobs") || step.startsWith("SCAN tags"))
                    .noneMatch(step -> step.contains("TEMP B-TREE"));
        }
        assertThat(
                        plan(
                                "select "
                                        + SqliteJobStore.SUMMARY
                                        + " from "
                                        + SqliteJobQuery.NAMED
                                        + " and "
                                        + query.following("")))
                .noneMatch(step -> step.startsWith("SCAN jobs"))
                .anyMatch(step -> step.contains("SEARCH jobs USING INTEGER PRIMARY KEY"));
    }

    private List<String> plan(String sql) {
        String plain =
                sql.replaceAll(":numbers", "'[1,2]'")
                        .replaceAll(":words", "'tests'")
                        .replaceAll(":[a-z_0-9]+", "1");
        return database.read(handle ->
                handle.createQuery("explain query plan " + plain)
                        .map((rows, _) -> rows.getString("detail"))
                        .list());
    }

    private List<Job> pages(JobFilter filter, int limit) {
        List<Job> all = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        do {
            JobPage page = history.list(filter, before, limit);
            all.addAll(page.jobs());
            before = page.older();
        } while (before.isPresent());
        return all;
    }

    private List<JobId> found(String words) {
        return history.list(text(words), Optional.empty(), 10).jobs().stream()
                .map(Job::id)
                .toList();
    }

    private static JobFilter text(String words) {
        return new JobFilter(
                Set.of(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                false);
    }

    private void archive(List<Job> some) {
        database.write(handle -> {
            some.forEach(job ->
                    handle.execute("update jobs set archived = 1 where number = ?", job.number()));
            return 0;
        });
    }

    private Map<String, Long> totals() {
        return sums(
                "select archived || state || kind || project || agent || queue || client, jobs from totals where jobs > 0"
                        + " union all select tag || archived, jobs from tag_totals where jobs > 0");
    }

    private Map<String, Long> counted() {
        return sums(
                "select archived || state || kind || coalesce(project, '') || coalesce(agent, '') || queue || client, count(*)"
                        + " from jobs group by 1 union all select tag || archived, count(*) from tags group by 1");
    }

    private Map<String, Long> sums(String sql) {
        return database.read(handle ->
                handle.createQuery(sql)
                        .reduceRows(
                                new TreeMap<>(),
                                (map, row) -> {
                                    map.put(
                                            row.getColumn(1, String.class),
                                            row.getColumn(2, Long.class));
                                    return map;
                                }));
    }

    private Job accept(String text, List<String> tags) {
        JobSpec spec =
                new JobSpec(
                        "test",
                        "a title",
                        Optional.empty(),
                        Optional.of("someone"),
                        Path.of("/"),
                        Duration.ofSeconds(20),
                        text,
                        Map.of());
        return jobs.accept(spec.with(Scheduling.USUAL, tags), "test", Optional.empty());
    }

    private void awaitAll() throws InterruptedException {
        List<JobId> ids =
                history.list(JobFilter.ALL, Optional.empty(), 100).jobs().stream()
                        .map(Job::id)
                        .toList();
        assertThat(jobs.await(ids, true, Duration.ofSeconds(20))).allMatch(Job::finished);
    }

    private void open() {
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        new SurvivingPlacement(),
                        List.of(new AnsweringKind()),
                        4,
                        Clock.systemUTC());
        history = jobs.history();
    }
}
