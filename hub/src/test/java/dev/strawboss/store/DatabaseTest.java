package dev.strawboss.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path directory;

    @Test
    void aReadIsDoneThoughItsCallerWasInterrupted() {
        try (Database database = Database.open(directory.resolve("strawboss.db"))) {
            Thread.currentThread().interrupt();

            int found =
                    database.read(handle -> handle.createQuery("select 7").mapTo(int.class).one());

            assertThat(found).isEqualTo(7);
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
    }

    @Test
    void aUnitThatFailsLeavesItsNeighboursInTheSameBatchUntouched() throws Exception {
        try (Database database = open()) {
            List<CompletableFuture<Integer>> good = new ArrayList<>();
            List<CompletableFuture<Integer>> bad = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                good.add(database.submit(handle -> insert(handle)));
                bad.add(
                        database.submit(handle -> {
                            insert(handle);
                            throw new IllegalStateException("refused");
                        }));
            }
            CompletableFuture.allOf(good.toArray(CompletableFuture<?>[]::new)).get();
            assertThat(bad)
                    .allSatisfy(
                            unit -> assertThatThrownBy(unit::get).hasMessageContaining("refused"));
            assertThat(database.<Integer>read(handle -> count(handle))).isEqualTo(200);
        }
    }

    @Test
    void aUnitWithoutMemoryFailsItsBatchAndTheWriterGoesOn() throws Exception {
        try (Database database = open()) {
            CompletableFuture<Integer> large =
                    database.submit(handle -> {
                        insert(handle);
                        throw new OutOfMemoryError("on purpose");
                    });
            assertThatThrownBy(large::get).hasMessageContaining("on purpose");
            assertThat(database.<Integer>write(handle -> insert(handle))).isPositive();
            assertThat(database.<Integer>read(handle -> count(handle))).isEqualTo(1);
        }
    }

    @Test
    void whatWasSubmittedBeforeClosingIsWritten() {
        List<CompletableFuture<Integer>> units = new ArrayList<>();
        try (Database database = open()) {
            for (int i = 0; i < 500; i++) {
                units.add(database.submit(handle -> insert(handle)));
            }
        }
        assertThat(units)
                .allMatch(CompletableFuture::isDone)
                .noneMatch(CompletableFuture::isCompletedExceptionally);
        try (Database again = open()) {
            assertThat(again.<Integer>read(handle -> count(handle))).isEqualTo(500);
        }
    }

    @Test
    void nothingIsAcceptedAfterClosing() {
        Database database = open();
        database.close();
        assertThatThrownBy(() -> database.write(handle -> insert(handle)))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("stopping");
    }

    @Test
    void aCommitIsSyncedAndTheLogIsNeverCheckpointedByIt() throws Exception {
        try (Database database = open()) {
            assertThat(
                            database.<Integer>write(handle ->
                                    handle.createQuery("pragma synchronous")
                                            .mapTo(Integer.class)
                                            .one()))
                    .as("synchronous=FULL")
                    .isEqualTo(2);
            assertThat(
                            database.<Integer>write(handle ->
                                    handle.createQuery("pragma wal_autocheckpoint")
                                            .mapTo(Integer.class)
                                            .one()))
                    .isZero();
            assertThat(
                            database.<String>read(handle ->
                                    handle.createQuery("pragma journal_mode")
                                            .mapTo(String.class)
                                            .one()))
                    .isEqualTo("wal");
        }
    }

    @Test
    void aReadSeesOneMomentOfTheStore() {
        try (Database database = open()) {
            List<Integer> counted =
                    database.read(handle -> {
                        int before = count(handle);
                        assertThat(database.<Integer>write(write -> insert(write))).isPositive();
                        return List.of(before, count(handle));
                    });
            assertThat(counted).containsExactly(0, 0);
            assertThat(database.<Integer>read(handle -> count(handle))).isEqualTo(1);
        }
    }

    @Test
    void aReaderCannotWrite() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.read(handle -> insert(handle)))
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void aStoreOfANewerVersionIsRefusedAndNotTouched() {
        open().close();
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + file())) {
            handle.execute("pragma user_version = 99");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("newer Strawboss (schema 99");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedWithItsName() throws IOException {
        Files.writeString(
                file(),
                "this is not a database, but long enough to be looked at as one".repeat(40));
        assertThatThrownBy(this::open)
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("strawboss.db")
                .hasMessageContaining("not a database");
    }

    @Test
    void theLogIsMovedIntoTheDatabaseInTheBackground() throws Exception {
        try (Database database = open()) {
            for (int i = 0; i < 2_000; i++) {
                database.write(handle -> insert(handle));
            }
        }
        assertThat(Files.size(file())).isGreaterThan(20_000);
    }

    private Path file() {
        return directory.resolve("strawboss.db");
    }

    private Database open() {
        return Database.open(file());
    }

    private static int insert(Handle handle) {
        return handle.execute(
                "insert into jobs (id, kind, title, directory, timeout_ms, client, details, accepted_at, state, state_at)"
                        + " values (lower(hex(randomblob(6))), 'command', 't', '/', 1, 'test', '{}', 0, 'queued', 0)");
    }

    private static int count(Handle handle) {
        return handle.createQuery("select count(*) from jobs").mapTo(Integer.class).one();
    }
}
