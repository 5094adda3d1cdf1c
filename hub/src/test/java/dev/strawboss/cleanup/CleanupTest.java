package dev.strawboss.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.config.Configuration;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.store.Database;
import dev.strawboss.workspace.WorkspaceMode;
import dev.strawboss.workspace.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupTest {
    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path directory;

    private volatile Instant now = TODAY;
    private Database database;
    private Jobs jobs;
    private Workspaces workspaces;
    private Cleanup cleanup;
    private Path project;

    @BeforeEach
    void begin() throws Exception {
        database = Database.open(directory.resolve("strawboss.db"));
        workspaces =
                new Workspaces(
                        directory.resolve("workspaces"),
                        () -> Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()));
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        new LocalPlacement(directory),
                        List.of(),
                        1,
                        clock);
        Configuration configuration = new Configuration(directory.resolve("config"), Cleanup.KEYS);
        cleanup = new Cleanup(jobs.history(), workspaces, configuration, clock);
        project = Files.createDirectories(directory.resolve("project"));
        git("init", "-q");
        git("commit", "-q", "--allow-empty", "-m", "begin");
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    @Test
    void eachThingGoesAtItsOwnAgeAndTheLookSaysSoBefore() throws Exception {
        for (int days : List.of(1, 20, 40, 100)) {
            finished(days);
        }
        Account look = cleanup.look(cleanup.configured());
        assertThat(numbers(look)).isEqualTo("2 workspaces, 1 logs, 1 jobs");
        assertThat(look.bytes()).isPositive();
        assertThat(known()).hasSize(4);
        Account done = cleanup.run(cleanup.configured());
        assertThat(done).isEqualTo(look);
        assertThat(known()).containsExactly(id(40), id(20), id(1));
        assertThat(workspaces.find(id(1).value())).isPresent();
        assertThat(workspaces.find(id(20).value())).isEmpty();
        assertThat(logs(20)).exists();
        assertThat(logs(40)).doesNotExist();
        assertThat(directory.resolve("jobs").resolve(id(100).value())).doesNotExist();
        assertThat(rows("events")).isEqualTo(3);
        assertThat(rows("tags")).isEqualTo(3);
        assertThat(numbers(cleanup.run(cleanup.configured())))
                .isEqualTo("0 workspaces, 0 logs, 0 jobs");
    }

    @Test
    void theWorkInARemovedWorkspaceIsSavedAndComesBack() throws Exception {
        finished(20);
        Path file = workspaces.find(id(20).value()).orElseThrow().directory().resolve("work.txt");
        Files.writeString(file, "uncommitted");
        cleanup.run(cleanup.configured());
        assertThat(file).doesNotExist();
        workspaces.undelete(id(20).value());
        assertThat(file).hasContent("uncommitted");
    }

    @Test
    void whatIsStillNeededStays() throws Exception {
        finished(100);
        finished(101);
        finished(102);
        execute("update jobs set state = 'running' where id = '" + id(100) + "'");
        execute(
                "insert into jobs (id, kind, title, directory, timeout_ms, client, details, accepted_at, state, state_at, after_jobs)"
                        + " values ('bbbbbbbbbbbb', 'test', 't', '/', 1, 'test', '{}', 0, 'queued', 0, '[\""
                        + id(101)
                        + "\"]')");
        execute(
                "insert into events select number, 0, 0, 'accepted', 1, '{}' from jobs where id = 'bbbbbbbbbbbb'");
        execute(
                "insert into endings (job, session) select number, 'someone' from jobs where id = '"
                        + id(102)
                        + "'");
        cleanup.run(cleanup.configured());
        assertThat(known()).contains(id(100), id(101), id(102));
        assertThat(logs(100)).exists();
        assertThat(workspaces.find(id(100).value())).isPresent();
        execute("update jobs set state = 'cancelled' where id = 'bbbbbbbbbbbb'");
        execute("update endings set told_at = 1");
        cleanup.run(cleanup.configured());
        assertThat(known()).containsExactly(id(100));
    }

    @Test
    void everyTableThatRefersToAJobIsClearedWithIt() throws Exception {
        finished(100);
        List<String> children =
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        select m.name from sqlite_master m, pragma_foreign_key_list(m.name) f
                                        where m.type = 'table' and f."table" = 'jobs' and f.on_delete <> 'CASCADE'
                                        """)
                                .mapTo(String.class)
                                .list());
        assertThat(children)
                .containsExactlyInAnyOrder("events", "tags", "requests", "idempotency_keys");
        execute("insert into requests select 'k', number, 'd', 0 from jobs");
        execute("insert into idempotency_keys select 'p', 'k', number, '{}', 0 from jobs");
        cleanup.run(cleanup.configured());
        assertThat(known()).isEmpty();
        assertThat(children).allSatisfy(table -> assertThat(rows(table)).isZero());
        assertThat(
                        database.<Long>read(handle ->
                                handle.createQuery("select sum(jobs) from totals")
                                        .mapTo(Long.class)
                                        .one()))
                .isZero();
    }

    @Test
    void onlyOneProjectsJobsGoWhenOneIsNamed() throws Exception {
        finished(100);
        finished(101);
        execute("update jobs set project = 'shop' where id = '" + id(101) + "'");
        Wish all = cleanup.configured();
        cleanup.run(new Wish(all.jobs(), all.logs(), all.workspaces(), Optional.of("shop")));
        assertThat(known()).containsExactly(id(100));
    }

    @Test
    void directoriesOfNoJobGoWhenNobodyCanBeMakingThem() throws Exception {
        finished(1);
        Path fresh = Files.createDirectories(directory.resolve("jobs/cccccccccccc/1"));
        Path stale = Files.createDirectories(directory.resolve("jobs/dddddddddddd/1"));
        Path foreign = Files.createDirectories(directory.resolve("jobs/somebody's"));
        workspaces.prepare("eeeeeeeeeeee", project, WorkspaceMode.WORKTREE);
        touch(fresh.resolveSibling(""), TODAY.minusSeconds(60));
        touch(stale.resolveSibling(""), TODAY.minus(Duration.ofDays(1)));
        assertThat(cleanup.look(cleanup.configured()).orphans().number()).isEqualTo(2);
        assertThat(stale).exists();
        cleanup.run(cleanup.configured());
        assertThat(stale.getParent()).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
        assertThat(workspaces.find("eeeeeeeeeeee")).isEmpty();
        assertThat(workspaces.find(id(1).value())).isPresent();
    }

    @Test
    void itIsDoneOnceADay() throws Exception {
        finished(100);
        assertThat(daily()).as("the first look only notes the time").isFalse();
        now = TODAY.plus(Duration.ofHours(12));
        assertThat(daily()).isFalse();
        now = TODAY.plus(Duration.ofHours(24));
        assertThat(daily()).isTrue();
        assertThat(known()).isEmpty();
        assertThat(daily()).isFalse();
    }

    @Test
    void aClockThatLeapsAheadTakesNothingUntilItSaysSoForADay() throws Exception {
        finished(1);
        daily();
        now = TODAY.plus(Duration.ofDays(3_650));
        assertThat(daily()).isFalse();
        now = now.plus(Duration.ofHours(20));
        assertThat(daily()).isFalse();
        now = TODAY.plus(Duration.ofHours(25)); // it was put right
        assertThat(daily()).isTrue();
        assertThat(known()).hasSize(1);
        now = TODAY.plus(Duration.ofDays(200)); // and now it is so: the machine was off
        assertThat(daily()).isFalse();
        now = now.plus(Duration.ofHours(25));
        assertThat(daily()).isTrue();
        assertThat(known()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackTakesNothing() throws Exception {
        finished(1);
        now = TODAY.plus(Duration.ofDays(60));
        daily();
        now = TODAY;
        assertThat(daily()).isFalse();
        now = TODAY.plus(Duration.ofHours(30));
        assertThat(daily()).isTrue();
        assertThat(known()).hasSize(1);
    }

    @Test
    void foreverIsForever() throws Exception {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/config.yaml"),
                "keep_jobs: forever\nkeep_logs: forever\nkeep_workspaces: 365d\n");
        finished(300);
        Wish wish = cleanup.configured();
        assertThat(wish.jobs()).isEmpty();
        assertThat(wish.workspaces()).contains(TODAY.minus(Duration.ofDays(365)));
        assertThat(numbers(cleanup.run(wish))).isEqualTo("0 workspaces, 0 logs, 0 jobs");
    }

    @Test
    void anArchivedJobIsOutOfTheListsAndGoesWithTheOthers() throws Exception {
        finished(100);
        finished(1);
        execute("update jobs set state = 'running' where id = '" + id(1) + "'");
        assertThat(jobs.history().archive(List.of(id(100), id(1)), true)).containsExactly(id(100));
        assertThat(known()).containsExactly(id(1));
        assertThat(jobs.require(id(100).value()).finished()).isTrue();
        cleanup.run(cleanup.configured());
        assertThat(jobs.history().known(List.of(id(100)))).isEmpty();
    }

    private boolean daily() throws InterruptedException {
        return cleanup.daily(Duration.ZERO).isPresent();
    }

    private List<JobId> known() {
        return jobs.history().list(JobFilter.ALL, Optional.empty(), 50).jobs().stream()
                .filter(job -> !job.id().value().startsWith("b"))
                .map(Job::id)
                .sorted(Comparator.comparing(JobId::value).reversed())
                .toList();
    }

    private static String numbers(Account account) {
        return account.workspaces().number()
                + " workspaces, "
                + account.logs().number()
                + " logs, "
                + account.jobs().number()
                + " jobs";
    }

    /// A job that ended so many days ago, with a worktree, output, an event and a tag.
    private void finished(int days) throws Exception {
        JobId id = id(days);
        long at = TODAY.minus(Duration.ofDays(days)).toEpochMilli();
        execute(
                "insert into jobs (id, kind, title, directory, timeout_ms, client, details, accepted_at, state, state_at, text)"
                        + " values ('%s', 'test', 'old', '/', 1, 'test', '{}', %d, 'succeeded', %d, 'prompt')"
                                .formatted(id, at - 1_000, at));
        execute(
                "insert into tags (tag, job) select 'old', number from jobs where id = '"
                        + id
                        + "'");
        execute(
                "insert into events select number, 0, 0, 'accepted', 1, '{}' from jobs where id = '"
                        + id
                        + "'");
        Files.createDirectories(logs(days));
        Files.writeString(logs(days).resolve("stdout"), "output");
        workspaces.prepare(id.value(), project, WorkspaceMode.WORKTREE);
    }

    private static JobId id(int days) {
        return new JobId("%012d".formatted(days));
    }

    private Path logs(int days) {
        return directory.resolve("jobs").resolve(id(days).value()).resolve("1");
    }

    private static void touch(Path path, Instant at) throws Exception {
        Files.setLastModifiedTime(path, FileTime.from(at));
    }

    private long rows(String table) {
        return database.read(handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }

    private void execute(String sql) {
        assertThat(database.<Integer>write(handle -> handle.execute(sql))).isPositive();
    }

    private void git(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-C",
                                project.toString(),
                                "-c",
                                "user.name=t",
                                "-c",
                                "user.email=t@t"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
