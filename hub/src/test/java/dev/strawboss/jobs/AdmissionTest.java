package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Pause PAUSE = new Pause(Instant.parse("2026-11-21T10:00:00Z"), "ada");

    private final Map<String, Integer> projects = new HashMap<>();
    private final Map<String, Integer> agents = new HashMap<>();
    private int slots = 4;
    private long accepted;

    private final Admission admission =
            new Admission(
                    new Limits() {
                        @Override
                        public int slots() {
                            return slots;
                        }

                        @Override
                        public Optional<Integer> ofProject(String name) {
                            return Optional.ofNullable(projects.get(name));
                        }

                        @Override
                        public Optional<Integer> ofAgent(String name) {
                            return Optional.ofNullable(agents.get(name));
                        }
                    });

    @Test
    void jobsStartInTheOrderOfAcceptanceAsFarAsThereAreSlots() {
        slots = 2;
        List<JobId> ids = List.of(add("default", 0), add("default", 0), add("default", 0));
        assertThat(started()).containsExactly(ids.get(0), ids.get(1));
        admission.release(ids.get(1));
        assertThat(started()).containsExactly(ids.get(2));
    }

    @Test
    void theHigherPriorityStartsFirstAndAChangedOneCounts() {
        slots = 0;
        JobId low = add("default", -5);
        JobId usual = add("default", 0);
        JobId high = add("default", 7);
        JobId raised = add("default", -50);
        admission.priority(raised, 100);
        slots = 10;
        assertThat(started()).containsExactly(raised, high, usual, low);
    }

    @Test
    void aQueueTakesNoMoreThanItsSlotsAndDoesNotHoldUpOthers() {
        admission.queue("serial", 1);
        JobId first = add("serial", 50);
        JobId second = add("serial", 50);
        JobId other = add("default", 0);
        assertThat(started()).containsExactly(first, other);
        assertThat(admission.hindrance(second)).contains(new Hindrance.QueueFull("serial", 1, 0));
        admission.release(first);
        assertThat(started()).containsExactly(second);
    }

    @Test
    void allQueuesTogetherTakeNoMoreThanTheSlotsThereAre() {
        slots = 3;
        admission.queue("a", 2);
        admission.queue("b", 2);
        List<JobId> ids = List.of(add("a", 0), add("a", 0), add("b", 0), add("b", 0));
        assertThat(started()).containsExactly(ids.get(0), ids.get(1), ids.get(2));
        assertThat(admission.hindrance(ids.get(3))).contains(new Hindrance.NoSlot(3, 0));
    }

    @Test
    void aQueueThatGetsMoreSlotsUsesThemAll() {
        admission.queue("q", 1);
        List<JobId> ids = List.of(add("q", 0), add("q", 0), add("q", 0));
        assertThat(started()).containsExactly(ids.get(0));
        admission.queue("q", 3);
        assertThat(started()).containsExactly(ids.get(1), ids.get(2));
    }

    @Test
    void limitsOfProjectsAndAgentsHoldAcrossQueues() {
        admission.queue("a", 4);
        projects.put("shop", 1);
        agents.put("claude", 2);
        JobId first = add("a", 0, "shop", "claude");
        JobId same = add("default", 0, "shop", "codex");
        JobId another = add("default", 0, "site", "claude");
        JobId third = add("default", 0, "site", "claude");
        assertThat(started()).containsExactly(first, another);
        assertThat(admission.hindrance(same))
                .contains(new Hindrance.LimitReached(Gate.Kind.PROJECT, "shop", 1));
        assertThat(admission.hindrance(third))
                .contains(new Hindrance.LimitReached(Gate.Kind.AGENT, "claude", 2));
        admission.release(first);
        assertThat(started()).containsExactly(same, third);
    }

    @Test
    void pausedQueuesProjectsAndEverythingStartNothingUntilTheyGoOn() {
        List<Scope> scopes =
                List.of(
                        new Scope.Queue("default"),
                        new Scope.Project("shop"),
                        new Scope.Everything());
        for (Scope scope : scopes) {
            admission.pause(scope, Optional.of(PAUSE));
            JobId job = add("default", 0, "shop", "claude");
            assertThat(started()).isEmpty();
            assertThat(admission.hindrance(job).orElseThrow())
                    .isInstanceOf(Hindrance.ScopePaused.class)
                    .extracting(Hindrance::sentence)
                    .asString()
                    .contains("paused by ada", "strawboss resume");
            admission.pause(scope, Optional.empty());
            assertThat(started()).containsExactly(job);
            admission.release(job);
        }
    }

    @Test
    void aRemovedJobNeverStartsAndGivesWayToTheNext() {
        slots = 1;
        admission.queue("q", 1);
        JobId first = add("q", 0, "p", "a");
        JobId second = add("q", 0, "p", "b");
        JobId third = add("q", 0, "p", "b");
        assertThat(started()).containsExactly(first);
        admission.remove(second);
        admission.release(first);
        assertThat(started()).containsExactly(third);
        assertThat(admission.hindrance(second)).isEmpty();
    }

    @Test
    void adoptedJobsKeepTheirSlotsEvenIfThereAreFewerByNow() {
        slots = 1;
        Ticket one = ticket("default", 0, null, null);
        Ticket two = ticket("default", 0, null, null);
        admission.occupy(one);
        admission.occupy(two);
        JobId waits = add("default", 0);
        admission.release(one.id());
        assertThat(started()).isEmpty();
        admission.release(two.id());
        assertThat(started()).containsExactly(waits);
    }

    @Test
    void whatWasToldTwiceCountsOnce() {
        slots = 5;
        Ticket ticket = ticket("default", 0, null, null);
        admission.add(ticket);
        admission.add(ticket);
        assertThat(started()).containsExactly(ticket.id());
        admission.add(ticket);
        assertThat(started()).isEmpty();
        admission.release(ticket.id());
        admission.release(ticket.id());
        assertThat(admission.running("default")).isZero();
    }

    @Test
    void itIsToldHowManyAreAhead() {
        slots = 0;
        add("default", 0);
        JobId asked = add("default", 0);
        add("default", -1);
        add("default", 0);
        add("default", 9);
        assertThat(admission.hindrance(asked)).contains(new Hindrance.NoSlot(0, 2));
        assertThat(admission.queued("default")).isEqualTo(5);
    }

    /// The same as a plain search through all that wait, whatever happens in what order.
    @Test
    void itDecidesAsASearchThroughAllWouldHoweverItWasReached() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Model model = new Model();
            for (int step = 0; step < 120; step++) {
                step(random, model);
                Optional<Ticket> best = model.best();
                Optional<JobId> next = admission.next();
                assertThat(next).as("seed %d step %d", seed, step).isEqualTo(best.map(Ticket::id));
                best.ifPresent(model::start);
            }
            model.waiting.forEach(ticket -> admission.remove(ticket.id()));
            model.running.forEach(ticket -> admission.release(ticket.id()));
            model.paused.forEach(scope -> admission.pause(scope, Optional.empty()));
        }
    }

    private void step(Random random, Model model) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                Ticket ticket =
                        ticket(
                                name(random),
                                random.nextInt(3),
                                random.nextBoolean() ? name(random) : null,
                                random.nextBoolean() ? name(random) : null);
                admission.add(ticket);
                model.waiting.add(ticket);
            }
            case 3, 4 -> {
                if (!model.running.isEmpty()) {
                    admission.release(model.running.removeFirst().id());
                }
            }
            case 5 -> {
                Scope scope =
                        random.nextInt(8) == 0
                                ? new Scope.Everything()
                                : random.nextBoolean()
                                        ? new Scope.Queue(name(random))
                                        : new Scope.Project(name(random));
                boolean pause = !model.paused.remove(scope);
                if (pause) {
                    model.paused.add(scope);
                }
                admission.pause(scope, pause ? Optional.of(PAUSE) : Optional.empty());
            }
            case 6 -> {
                String queue = name(random);
                int many = 1 + random.nextInt(3);
                admission.queue(queue, many);
                model.queues.put(queue, many);
            }
            default -> {
                if (!model.waiting.isEmpty()) {
                    Ticket ticket = model.waiting.remove(random.nextInt(model.waiting.size()));
                    admission.remove(ticket.id());
                }
            }
        }
    }

    private static String name(Random random) {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }

    private final class Model {
        private final List<Ticket> waiting = new ArrayList<>();
        private final List<Ticket> running = new ArrayList<>();
        private final List<Scope> paused = new ArrayList<>();
        private final Map<String, Integer> queues = new HashMap<>();

        Model() {
            projects.put("a", 1);
            projects.put("b", 2);
            agents.put("a", 2);
            agents.put("c", 1);
            for (String name : List.of("a", "b", "c")) {
                queues.put(name, 2);
                admission.queue(name, 2);
            }
        }

        void start(Ticket ticket) {
            waiting.remove(ticket);
            running.add(ticket);
        }

        Optional<Ticket> best() {
            return waiting.stream().filter(this::mayStart).min(Comparator.naturalOrder());
        }

        private boolean mayStart(Ticket ticket) {
            String queue = ticket.queue();
            return running.size() < slots
                    && !paused.contains(new Scope.Everything())
                    && !paused.contains(new Scope.Queue(queue))
                    && running.stream().filter(other -> other.queue().equals(queue)).count()
                            < queues.getOrDefault(queue, slots)
                    && ticket.project().stream()
                            .allMatch(name ->
                                    !paused.contains(new Scope.Project(name))
                                            && running.stream()
                                                            .filter(other ->
                                                                    other.project()
                                                                            .equals(
                                                                                    ticket
                                                                                            .project()))
                                                            .count()
                                                    < projects.getOrDefault(name, 99))
                    && ticket.agent().stream()
                            .allMatch(name ->
                                    running.stream()
                                                    .filter(other ->
                                                            other.agent().equals(ticket.agent()))
                                                    .count()
                                            < agents.getOrDefault(name, 99));
        }
    }

    private List<JobId> started() {
        List<JobId> started = new ArrayList<>();
        for (Optional<JobId> next = admission.next(); next.isPresent(); next = admission.next()) {
            started.add(next.get());
        }
        return started;
    }

    private JobId add(String queue, int priority) {
        return add(queue, priority, null, null);
    }

    private JobId add(String queue, int priority, String project, String agent) {
        Ticket ticket = ticket(queue, priority, project, agent);
        admission.add(ticket);
        return ticket.id();
    }

    private Ticket ticket(String queue, int priority, String project, String agent) {
        return new Ticket(
                JobId.random(),
                ++accepted,
                priority,
                queue,
                Optional.ofNullable(project),
                Optional.ofNullable(agent));
    }
}
