package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.concurrent.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many clients send 10 MB each at once to a hub with 256 MB.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FloodTest {
    private static final int CLIENTS = 12;
    private static final int LARGE = 10 << 20;
    private static final int BUSY = -32_000;

    @TempDir Path directory;
    private Site site;
    private final AtomicInteger refused = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        site = new Site(directory);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void allAreServedOrToldToComeAgainAndSmallOnesAreServedMeanwhile() throws Exception {
        List<CompletableFuture<String>> large = new ArrayList<>();
        try (Caller small = site.caller("small")) {
            assertThat(echo(small, "before")).isEqualTo("before");
            long hub = site.hubPid();
            byte[] line =
                    (Wire.modern("large", "swallow", Map.of("text", "x".repeat(LARGE))) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < CLIENTS; i++) {
                CompletableFuture<String> done = new CompletableFuture<>();
                large.add(done);
                Threads.platform("large client " + i, () -> send(line, done));
            }
            CompletableFuture<?> all =
                    CompletableFuture.allOf(large.toArray(CompletableFuture<?>[]::new));
            int answered = 0;
            while (!all.isDone()) {
                assertThat(echo(small, "small " + answered)).isEqualTo("small " + answered);
                answered++;
            }
            assertThat(large)
                    .allSatisfy(one -> assertThat(one.join()).contains("\"length\":" + LARGE));
            assertThat(answered).isPositive();
            assertThat(site.hubPid()).isEqualTo(hub);
        }
        assertThat(Files.readString(site.control().log())).doesNotContain("OutOfMemory");
    }

    private static String echo(Caller caller, String text) {
        return String.valueOf(Caller.soon(caller.call("echo", Map.of("text", text))).get("text"));
    }

    private void send(byte[] line, CompletableFuture<String> done) {
        try (SocketChannel channel = site.starter().connect();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        Channels.newInputStream(channel),
                                        StandardCharsets.UTF_8))) {
            while (true) {
                for (ByteBuffer out = ByteBuffer.wrap(line); out.hasRemaining(); ) {
                    channel.write(out);
                }
                String answer = String.valueOf(in.readLine());
                if (!answer.contains("\"code\":" + BUSY)) {
                    done.complete(answer);
                    return;
                }
                refused.incrementAndGet();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
