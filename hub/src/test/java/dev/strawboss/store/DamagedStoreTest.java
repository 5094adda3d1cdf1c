package dev.strawboss.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store that a bad disk or a stray hand has damaged is told of and not made worse.
class DamagedStoreTest {
    @TempDir Path directory;

    @BeforeEach
    void fill() throws IOException {
        GoldenStore.load(1, file());
        Database.open(file()).close();
        Files.deleteIfExists(directory.resolve("strawboss.db.schema-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "first page", "half a page", "text"})
    void oneThatCannotBeOpenedIsRefusedWithItsNameAndNotTouched(String how) throws Exception {
        switch (how) {
            case "header" -> overwrite(file(), 0, 100);
            case "first page" -> overwrite(file(), 100, 3_000);
            case "half a page" -> cut(2_000);
            default -> Files.writeString(file(), "this is not a database\n".repeat(500));
        }
        refusedAndNotTouched("strawboss.db is damaged and could not be opened");
    }

    @Test
    void oneThatIsCutInTheMiddleIsRefusedOrReadAndNotTouched() throws Exception {
        cut(Files.size(file()) / 2 / 4096 * 4096);
        refusedAndNotTouched("strawboss.db is damaged and could not be opened");
    }

    @Test
    void aPageInTheMiddleFailsWhoeverReadsItWithTheSentenceAndNobodyElse() throws Exception {
        try (Database database = Database.open(file())) {
            int page = rootOf(database, "events");
            overwrite(file(), (page - 1) * 4096L, 4096);
        }
        try (Database database = Database.open(file())) {
            assertThatThrownBy(() -> database.read(handle -> count(handle, "events")))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e -> assertThat(e.hint()).contains("strawboss restore FILE"))
                    .hasMessageContaining("strawboss.db is damaged and could not be read");
            assertThatThrownBy(() ->
                            database.write(handle ->
                                    handle.execute("insert into events select * from events")))
                    .hasMessageContaining("strawboss.db is damaged and could not be written");
            assertThat(database.<Integer>read(handle -> count(handle, "jobs"))).isPositive();
        }
    }

    @Test
    void aLogWithAGarbledBeginningIsNotTakenForAnEmptyOne() throws Exception {
        Map<String, byte[]> left = withJobsInTheLog();
        Path log = directory.resolve("strawboss.db-wal");
        put(left);
        overwrite(log, 0, 32);
        refusedAndNotTouched("strawboss.db-wal is damaged");
        put(left);
        try (Database database = Database.open(file())) {
            assertThat(database.<Integer>read(handle -> count(handle, "marks"))).isEqualTo(1);
        }
    }

    @Test
    void aLogThatWasNeverSyncedIsNone() throws Exception {
        Files.write(directory.resolve("strawboss.db-wal"), new byte[4_096]);
        Database.open(file()).close();
        Files.write(directory.resolve("strawboss.db-wal"), new byte[0]);
        Database.open(file()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strawboss.db", "strawboss.db-wal"})
    void whatIsRemovedUnderARunningHubTakesNoMoreJobsUntilItIsBack(String name) throws Exception {
        Path kept = directory.resolve("kept");
        try (Database database = Database.open(file())) {
            database.write(handle -> handle.execute("create table marks (n integer)"));
            Files.move(directory.resolve(name), kept);
            assertThatThrownBy(() -> mark(database))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e -> assertThat(e.hint()).contains("strawboss backup FILE"))
                    .hasMessageContaining(name + " was removed or replaced while the hub runs");
            Files.writeString(directory.resolve(name), "somebody else's");
            assertThatThrownBy(() -> mark(database)).hasMessageContaining("nothing more is");
            assertThat(database.<Integer>read(handle -> count(handle, "jobs"))).isPositive();
            Files.delete(directory.resolve(name));
            Files.move(kept, directory.resolve(name));
            mark(database);
            assertThat(database.<Integer>read(handle -> count(handle, "marks"))).isEqualTo(1);
        }
    }

    /// As a killed hub leaves it: what was committed last stands in the log alone.
    private Map<String, byte[]> withJobsInTheLog() throws IOException {
        try (Database database = Database.open(file())) {
            database.write(handle -> handle.execute("create table marks (n integer)"));
            mark(database);
            return files();
        }
    }

    private static void mark(Database database) {
        database.write(handle -> handle.execute("insert into marks values (1)"));
    }

    private void refusedAndNotTouched(String why) throws IOException {
        Map<String, byte[]> before = files();
        assertThatThrownBy(() -> Database.open(file()).close())
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("strawboss restore FILE"))
                .hasMessageContaining(why);
        assertThat(files()).containsAllEntriesOf(before);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(one -> !one.toString().endsWith("-shm")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private void put(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static void overwrite(Path file, long from, int length) throws IOException {
        byte[] garbage = new byte[length];
        new Random(4).nextBytes(garbage);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
    }

    private void cut(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static int rootOf(Database database, String table) {
        return database.read(handle ->
                handle.createQuery("select rootpage from sqlite_master where name = ?")
                        .bind(0, table)
                        .mapTo(Integer.class)
                        .one());
    }

    private static int count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one();
    }

    private Path file() {
        return directory.resolve("strawboss.db");
    }
}
