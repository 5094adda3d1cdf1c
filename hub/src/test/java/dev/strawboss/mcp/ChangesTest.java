package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.concurrent.Threads;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChangesTest {
    private final Changes changes = new Changes();

    @Test
    void aListThatChangesWithEveryJobIsToldOnceAndThenAfterAPause() throws Exception {
        LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
        Thread teller =
                Threads.virtual(
                        "teller",
                        () -> {
                            try {
                                while (true) {
                                    told.add(new Told(changes.next(), System.nanoTime()));
                                }
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                        });
        changes.changed(Changes.RESOURCES);
        long first = told.take().at();
        for (int job = 0; job < 1_000; job++) {
            changes.changed(Changes.RESOURCES);
        }
        Told second = told.take();
        teller.interrupt();

        assertThat(second.what()).isEqualTo(Changes.RESOURCES);
        // the teller's own clock is read after the change was taken, so a little may be missing
        assertThat(second.at() - first).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsNoListDoesNotWaitForOne() throws Exception {
        changes.changed(Changes.RESOURCES);
        changes.next();
        changes.changed(Changes.RESOURCES);
        changes.changed("uri strawboss://job/a");
        assertThat(List.of(changes.next(), changes.next()))
                .containsExactly("uri strawboss://job/a", Changes.RESOURCES);
        changes.changed("uri strawboss://job/a");
        assertThat(changes.next()).isEqualTo("uri strawboss://job/a");
    }

    private record Told(String what, long at) {}
}
