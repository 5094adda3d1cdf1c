package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostStoreTest {
    @TempDir Path state;

    @Test
    void aStoreThatIsGoneWhileItsJobsAreThereIsNotMadeAnew() throws Exception {
        Path store = state.resolve("strawboss.db");
        assertThatCode(() -> LostStore.refuse(state, store)).doesNotThrowAnyException();
        Files.createDirectories(state.resolve("jobs/0123456789ab"));
        refused("The store " + store + " is gone, but " + state.resolve("jobs"));
        Files.createFile(store);
        refused("The store " + store + " is empty, but " + state.resolve("jobs"));
        Files.writeString(store, "something");
        assertThatCode(() -> LostStore.refuse(state, store)).doesNotThrowAnyException();
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> LostStore.refuse(state, state.resolve("strawboss.db")))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("strawboss restore FILE", "mv '"))
                .hasMessageContaining(sentence)
                .hasMessageContaining("1 jobs left");
    }
}
