package dev.strawboss.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    @TempDir Path directory;
    private Handle handle;
    private Handle other;

    @BeforeEach
    void open() {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + directory.resolve("store.db"), Database.pragmas());
        handle = jdbi.open();
        handle.execute("create table words (word text primary key, n integer) strict");
        handle.setStatementBuilder(new KeptStatements());
        other = jdbi.open();
    }

    @AfterEach
    void close() {
        other.close();
        handle.close();
    }

    @Test
    void aStatementThatIsUsedAgainForgetsWhatItWasBoundTo() {
        insert("one", 1);
        handle.execute("insert into words (word) values (?)", "two");
        handle.execute("insert into words values (?, ?)", "three", 3);

        assertThat(
                        handle.createQuery("select coalesce(n, -1) from words order by rowid")
                                .mapTo(int.class)
                                .list())
                .containsExactly(1, -1, 3);
    }

    @Test
    void aReaderThatStoppedHalfWaySeesWhatIsWrittenLater() {
        insert("one", 1);
        insert("two", 2);

        assertThat(count()).isEqualTo(2);
        handle.createQuery("select word from words").mapTo(String.class).findFirst();
        other.execute("insert into words values ('three', 3)");

        assertThat(count()).isEqualTo(3);
        assertThat(handle.createQuery("select word from words").mapTo(String.class).list())
                .hasSize(3);
    }

    @Test
    void aStatementWhoseRowsAreBeingReadIsNotLentAgain() {
        insert("one", 1);
        insert("two", 2);

        List<List<String>> pairs =
                handle.createQuery("select word from words order by n")
                        .map((_, _) ->
                                handle.createQuery("select word from words order by n")
                                        .mapTo(String.class)
                                        .list())
                        .list();

        assertThat(pairs).containsExactly(List.of("one", "two"), List.of("one", "two"));
    }

    @Test
    void aStatementThatFailedWorksTheNextTime() {
        insert("one", 1);

        assertThatThrownBy(() -> insert("one", 2)).isInstanceOf(JdbiException.class);
        insert("two", 2);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aTableThatChangedIsReadAsItIsNow() {
        insert("one", 1);
        assertThat(count()).isEqualTo(1);

        other.execute("alter table words add column more text");

        insert("two", 2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aCopyIsMadeWhileStatementsAreKept() {
        insert("one", 1);
        count();

        handle.execute("vacuum into ?", directory.resolve("copy.db").toString());

        try (Handle copy = Jdbi.open("jdbc:sqlite:" + directory.resolve("copy.db"))) {
            assertThat(copy.createQuery("select word from words").mapTo(String.class).list())
                    .containsExactly("one");
        }
    }

    @Test
    void thousandsOfDifferentStatementsAllWork() {
        for (int n = 0; n < 2_000; n++) {
            assertThat(handle.createQuery("select " + n).mapTo(Integer.class).one()).isEqualTo(n);
        }
        assertThat(handle.createQuery("select 0").mapTo(Integer.class).one()).isZero();
    }

    private void insert(String word, Integer n) {
        handle.createUpdate("insert into words (word, n) values (:word, :n)")
                .bind("word", word)
                .bind("n", n)
                .execute();
    }

    private int count() {
        return handle.createQuery("select count(*) from words").mapTo(Integer.class).one();
    }
}
