package dev.strawboss.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PendingTest {
    private final Pending pending = new Pending();

    @Test
    @Timeout(60)
    void whatIsNeverAnsweredIsNotWaitedForAndYetRepeated() throws InterruptedException {
        pending.add("listen", new Pending.Entry("1", new byte[10], "key-1", true));
        pending.awaitNone(3_600_000);
        assertThat(pending.all()).hasSize(1);
    }
}
