package dev.strawboss.torture;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/// A client that wants one errand done and calls until it is told the end, however often the hub
/// dies meanwhile. What clients are told without asking (notices) would be compared here, in
/// `served`.
final class Client implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final MortalHub hub;
    private final Ground ground;
    private final int number;
    private final Errand errand;
    private final double seconds;
    private final boolean twice;
    private final int stopAfter;
    private long deadline;
    private final CompletableFuture<Told> told = new CompletableFuture<>();

    Client(MortalHub hub, Ground ground, int number, Errand errand, Random random) {
        this.hub = hub;
        this.ground = ground;
        this.number = number;
        this.errand = errand;
        this.seconds = random.nextInt(20) / 100.0;
        this.twice = random.nextInt(4) == 0;
        this.stopAfter = random.nextInt(400);
    }

    /// Completes with what it was told, or with why it gave up.
    CompletableFuture<Told> told() {
        return told;
    }

    @Override
    public void run() {
        try (HubClient client = hub.client("torture-" + number)) {
            told.complete(served(client));
        } catch (StrawbossException | IllegalStateException | UncheckedIOException e) {
            told.completeExceptionally(e);
        } catch (InterruptedException e) {
            told.completeExceptionally(e);
            Thread.currentThread().interrupt();
        }
    }

    private Told served(HubClient client) throws InterruptedException {
        deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Object> arguments = errand.arguments(ground, number, seconds);
        if (errand.hasParent()) {
            Map<String, Object> parent = Errand.parent(ground, number, seconds);
            arguments.put("after", List.of(accepted(client, "run", parent)));
        }
        if (errand.hasQueue()) {
            call(client, "setup", queue());
            control(client, "pause", "queue", Errand.queue(number));
        }
        String job = accepted(client, errand.tool(), arguments);
        if (twice && !accepted(client, errand.tool(), arguments).equals(job)) {
            throw new IllegalStateException("the same key gave another job than " + job);
        }
        meddle(client, job);
        while (System.nanoTime() < deadline) {
            Map<String, Object> answer =
                    call(client, "wait", Map.of("jobs", List.of(job), "seconds", 10L));
            if (Boolean.TRUE.equals(answer.get("done"))) {
                cleanUp();
                return new Told(number, errand, List.of(), job, first(answer));
            }
        }
        return new Told(number, errand, List.of(), job, Map.of());
    }

    private void meddle(HubClient client, String job) throws InterruptedException {
        switch (errand) {
            case COMMAND_STOPPED -> {
                Thread.sleep(stopAfter);
                call(client, "stop", Map.of("jobs", List.of(job)));
            }
            case COMMAND_PAUSED -> {
                awaitMark(client, job);
                control(client, "pause", "jobs", List.of(job));
                Thread.sleep(stopAfter);
                control(client, "resume", "jobs", List.of(job));
                letGo();
            }
            case COMMAND_THAT_ASKS -> answer(client, job);
            case COMMAND_AFTER_ANOTHER -> letGo();
            case COMMAND_IN_PAUSED_QUEUE -> {
                Thread.sleep(stopAfter);
                control(client, "resume", "queue", Errand.queue(number));
            }
            default -> {}
        }
    }

    /// Until its command runs, or it has ended as it should not. A hub that died in between starts
    /// again only when it is called.
    private void awaitMark(HubClient client, String job) throws InterruptedException {
        Map<String, Object> look = Map.of("jobs", List.of(job), "seconds", 0L);
        while (Files.notExists(ground.mark(number))
                && !Boolean.TRUE.equals(call(client, "wait", look).get("done"))
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /// As soon as it asks. A job that ends without asking shows in its answer.
    private void answer(HubClient client, String job) throws InterruptedException {
        while (System.nanoTime() < deadline) {
            Map<String, Object> now = call(client, "job", Map.of("job", job));
            if ("input".equals(now.get("waiting_for"))) {
                call(client, "reply", Map.of("job", job, "answer", "answer " + number));
                return;
            }
            if (now.get("finished_at") != null) {
                return;
            }
            Thread.sleep(20);
        }
    }

    private void letGo() {
        try {
            Files.writeString(ground.gate(number), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> queue() {
        return Map.of(
                "what",
                "queues",
                "action",
                "save",
                "name",
                Errand.queue(number),
                "values",
                Map.of("slots", 1L));
    }

    private void control(HubClient client, String action, String what, Object which)
            throws InterruptedException {
        call(client, "control", Map.of("action", action, what, which));
    }

    /// For good, so it is for people.
    private void cleanUp() throws InterruptedException {
        if (errand.cleansUp()) {
            try (HubClient person = hub.client("cli")) {
                call(
                        person,
                        "cleanup",
                        Map.of("action", "run", "what", List.of("rows"), "older_than", "1ms"));
            }
        }
    }

    private String accepted(HubClient client, String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return String.valueOf(call(client, tool, arguments).get("job"));
    }

    /// On a machine that is busy with many of these a hub may take longer to come up than its
    /// starter waits; whoever calls tries again. Every call here may be repeated: those that make
    /// jobs have a key.
    private Map<String, Object> call(HubClient client, String tool, Map<String, Object> arguments)
            throws InterruptedException {
        while (true) {
            try {
                return client.call(tool, arguments, ProgressListener.NONE).structured();
            } catch (StrawbossException e) {
                if (e.code() != ErrorCode.HUB_UNREACHABLE || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    private static Map<String, Object> first(Map<String, Object> answer) {
        if (answer.get("jobs") instanceof List<?> jobs
                && jobs.getFirst() instanceof Map<?, ?> job) {
            @SuppressWarnings("unchecked") // names in JSON are strings
            Map<String, Object> typed = (Map<String, Object>) job;
            return typed;
        }
        return Map.of();
    }
}
