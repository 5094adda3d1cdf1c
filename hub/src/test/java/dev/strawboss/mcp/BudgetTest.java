package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.bridge.Lines;
import dev.strawboss.concurrent.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BudgetTest {
    private static final int MEGABYTE = 1 << 20;

    /// Each has read a piece when all need more than there is.
    @Test
    void linesHalfReadGetToTheirEndsOneAfterTheOther() throws Exception {
        Budget budget = new Budget(Duration.ofMinutes(1));
        int clients = 40;
        CountDownLatch begun = new CountDownLatch(clients);
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Lines.Room room = budget.room();
            CompletableFuture<Boolean> end = new CompletableFuture<>();
            ends.add(end);
            int first = i < 16 ? MEGABYTE : 0;
            Threads.virtual(
                    "client",
                    () -> {
                        boolean all = first == 0 || room.take(first);
                        begun.countDown();
                        all &=
                                awaited(begun)
                                        && room.take(8 * MEGABYTE)
                                        && room.take(16 * MEGABYTE);
                        room.give(first + 24 * MEGABYTE);
                        end.complete(all);
                    });
        }
        for (CompletableFuture<Boolean> end : ends) {
            assertThat(end.get()).isTrue();
        }
        assertThat(budget.room().take(48 * MEGABYTE)).as("all was given back").isTrue();
    }

    @Test
    void whoFindsNoRoomInTimeIsRefusedAndTheOneAheadIsNot() {
        Budget budget = new Budget(Duration.ZERO);
        Lines.Room ahead = budget.room();
        Lines.Room other = budget.room();
        assertThat(other.take(16 * MEGABYTE)).isTrue();
        assertThat(ahead.take(MEGABYTE)).isTrue();
        assertThat(other.take(MEGABYTE)).isFalse();
        assertThat(ahead.take(31 * MEGABYTE)).isTrue();
        assertThat(budget.room().take(1)).isFalse();
        ahead.give(32 * MEGABYTE);
        assertThat(other.take(32 * MEGABYTE)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
