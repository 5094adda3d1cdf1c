package dev.strawboss.demo;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The demo's job, by the same tools that every client has.
final class DemoJob {
    private final HubClient hub;
    private final String id;

    private DemoJob(HubClient hub, String id) {
        this.hub = hub;
        this.id = id;
    }

    static DemoJob dispatch(HubClient hub, String agent, Path directory, String prompt)
            throws InterruptedException {
        Map<String, Object> answer =
                hub.call(
                        "dispatch",
                        Map.of("prompt", prompt, "agent", agent, "directory", directory.toString()),
                        ProgressListener.NONE);
        return new DemoJob(hub, String.valueOf(answer.get("job")));
    }

    String id() {
        return id;
    }

    /// Waits until it has finished.
    ///
    /// @param progress hears one line for whatever happens
    /// @return the job as tools tell it
    Map<String, Object> await(Consumer<String> progress) throws InterruptedException {
        long cursor = 0;
        String state = "";
        while (true) {
            Map<String, Object> log =
                    hub.call(
                            "job",
                            Map.of("job", id, "view", "log", "cursor", cursor),
                            ProgressListener.NONE);
            cursor = log.get("next") instanceof Long next ? next : cursor;
            Map<String, Object> job = wait(1);
            String now = String.valueOf(job.get("state"));
            if (!now.equals(state)) {
                state = now;
                progress.accept(now);
            }
            String.valueOf(log.getOrDefault("text", ""))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> progress.accept("  " + line));
            if (job.get("finished_at") != null) {
                return job;
            }
        }
    }

    private Map<String, Object> wait(int seconds) throws InterruptedException {
        Map<String, Object> answer =
                hub.call(
                        "wait",
                        Map.of("jobs", List.of(id), "seconds", seconds),
                        ProgressListener.NONE);
        if (answer.get("jobs") instanceof List<?> jobs
                && jobs.getFirst() instanceof Map<?, ?> job) {
            @SuppressWarnings("unchecked") // names in JSON are strings
            Map<String, Object> typed = (Map<String, Object>) job;
            return typed;
        }
        return answer;
    }
}
