package dev.strawboss.demo;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// The demo's job, by the same tools that every client has.
final class DemoJob {
    private static final long POLL_MILLIS = 150;
    private static final long POLLS_PER_SIGN = 30;

    private final HubClient hub;
    private final String id;
    private long cursor;

    private DemoJob(HubClient hub, String id) {
        this.hub = hub;
        this.id = id;
    }

    static DemoJob dispatch(HubClient hub, String agent, Path directory, String prompt)
            throws InterruptedException {
        Map<String, Object> answer =
                hub.call(
                                "dispatch",
                                Map.of(
                                        "prompt",
                                        prompt,
                                        "agent",
                                        agent,
                                        "directory",
                                        directory.toString()),
                                ProgressListener.NONE)
                        .structured();
        return new DemoJob(hub, String.valueOf(answer.get("job")));
    }

    String id() {
        return id;
    }

    /// Waits until it has finished.
    ///
    /// @param talks whether its output is for people
    /// @param progress hears one line for whatever happens
    /// @return the job as tools tell it
    Map<String, Object> await(boolean talks, Consumer<String> progress)
            throws InterruptedException {
        String told = "";
        for (long polls = 1; ; polls++) {
            Map<String, Object> job = call("job", Map.of("job", id));
            String state = String.valueOf(job.get("state"));
            boolean finished = job.get("finished_at") != null;
            if (!finished && !state.equals(told)) {
                progress.accept(state);
                told = state;
            } else if (!talks && polls % POLLS_PER_SIGN == 0) {
                progress.accept("still " + state);
            }
            if (talks) {
                log().lines().filter(line -> !line.isBlank()).forEach(progress);
            }
            if (finished) {
                progress.accept(state);
                return job;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /// What it has written since the last time.
    private String log() throws InterruptedException {
        Map<String, Object> log = call("job", Map.of("job", id, "view", "log", "cursor", cursor));
        cursor = log.get("next") instanceof Long next ? next : cursor;
        return String.valueOf(log.getOrDefault("text", ""));
    }

    private Map<String, Object> call(String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return hub.call(tool, arguments, ProgressListener.NONE).structured();
    }
}
