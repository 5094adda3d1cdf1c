package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to changes of lists in the modern era, again whenever the server ends it.
final class Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    static final String METHOD = "subscriptions/listen";

    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private Subscription() {}

    static void open(Connection connection, Identity identity) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (String list : new String[] {"tools", "resources", "prompts"}) {
            if (identity.tellsOf(list)) {
                filter.put(list + "ListChanged", true);
            }
        }
        if (!filter.isEmpty()) {
            Threads.virtual(
                    "upstream-listen", () -> listen(connection, Map.of("notifications", filter)));
        }
    }

    private static void listen(Connection connection, Map<String, Object> params) {
        Duration pause = PAUSE;
        try {
            while (connection.ended().isEmpty()) {
                long began = System.nanoTime();
                Reply reply =
                        connection.request(
                                METHOD,
                                params,
                                Map.of(),
                                CallContext.alone(FOR_EVER),
                                began + FOR_EVER.toNanos());
                if (reply instanceof Reply.Refused refused) {
                    LOG.atDebug().addKeyValue("why", refused.message()).log("no changes are told");
                    return;
                }
                boolean lasted = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = lasted ? PAUSE : pause.multipliedBy(2);
                Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
