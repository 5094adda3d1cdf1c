package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Stays with a job until it has finished.
final class Follower {
    private static final long STEP_SECONDS = 45;
    private static final long FIRST_POLL_MILLIS = 5;
    private static final long LAST_POLL_MILLIS = 150;

    private final Session session;
    private final HubClient client;
    private final String job;
    private final Map<String, Long> cursors = new HashMap<>();

    Follower(Session session, HubClient client, String job) {
        this.session = session;
        this.client = client;
        this.job = job;
    }

    /// Waits and tells of each change of state.
    ///
    /// @return the last answer of `wait`, of which the job is the only one
    HubClient.Reply awaitEnd(String label) throws InterruptedException {
        String[] last = {""};
        ProgressListener listener =
                (_, message) -> {
                    if (!message.equals(last[0])) {
                        last[0] = message;
                        session.tell(message + label);
                    }
                };
        while (true) {
            HubClient.Reply reply =
                    client.call(
                            "wait",
                            Map.of("jobs", List.of(job), "seconds", STEP_SECONDS),
                            listener);
            if (Boolean.TRUE.equals(reply.structured().get("done"))) {
                return reply;
            }
        }
    }

    /// Copies the job's output, byte for byte, until it has finished.
    void copyOutput() throws InterruptedException, IOException {
        for (long pause = FIRST_POLL_MILLIS; ; pause = Math.min(2 * pause, LAST_POLL_MILLIS)) {
            boolean out = copy("stdout", session.out());
            boolean err = copy("stderr", session.err());
            if (out && err) {
                return;
            }
            Thread.sleep(pause);
        }
    }

    /// Copies what there is of one stream.
    ///
    /// @return whether nothing more will come
    boolean copy(String stream, OutputStream to) throws InterruptedException, IOException {
        while (true) {
            Map<String, Object> piece = piece(stream, cursors.getOrDefault(stream, 0L));
            byte[] bytes = Base64.getDecoder().decode(String.valueOf(piece.get("base64")));
            session.write(to, bytes);
            cursors.put(stream, piece.get("next") instanceof Number next ? next.longValue() : 0L);
            if (bytes.length == 0 || Boolean.TRUE.equals(piece.get("end"))) {
                return Boolean.TRUE.equals(piece.get("end"));
            }
        }
    }

    void from(String stream, long cursor) {
        cursors.put(stream, cursor);
    }

    private Map<String, Object> piece(String stream, long cursor) throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("job", job);
        arguments.put("view", "log");
        arguments.put("stream", stream);
        arguments.put("cursor", cursor);
        arguments.put("encoding", "base64");
        return client.call("job", arguments, ProgressListener.NONE).structured();
    }
}
