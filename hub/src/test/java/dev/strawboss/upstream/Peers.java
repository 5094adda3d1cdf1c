package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Connections to servers that tests start.
final class Peers {
    static final Supplier<HttpClient> HTTP =
            new Supplier<>() {
                private final HttpClient client =
                        HttpClient.newBuilder()
                                .executor(task -> Threads.virtual("http", task))
                                .connectTimeout(Duration.ofSeconds(10))
                                .build();

                @Override
                public HttpClient get() {
                    return client;
                }
            };

    static final Map<String, Object> CLIENT = Map.of("name", "strawboss", "version", "test");

    private Peers() {}

    static Means means() {
        return new Means(new Memory(96 << 20), HTTP, CLIENT, "STRAWBOSS_TEST=1");
    }

    static Connected connect(Setup setup, Changes changes) throws Exception {
        return new Connector("peer", setup, means(), changes).connect();
    }

    static Connected connect(Target target) throws Exception {
        return connect(Setup.of(target), Changes.UNHEARD);
    }

    static Target.Stdio command(String... command) {
        return new Target.Stdio(
                List.of(command),
                Map.of("PATH", System.getenv("PATH"), "HOME", System.getProperty("java.io.tmpdir")),
                null);
    }

    /// The text of the first block of a tool's result.
    static String text(Reply reply) {
        if (reply instanceof Reply.Result(var result)
                && result.get("content") instanceof List<?> blocks
                && blocks.getFirst() instanceof Map<?, ?> block) {
            return String.valueOf(block.get("text"));
        }
        throw new AssertionError("no text: " + reply);
    }
}
