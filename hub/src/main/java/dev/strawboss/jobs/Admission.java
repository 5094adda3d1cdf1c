package dev.strawboss.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Decides which queued job starts next: the one and only place that knows slots, queues, limits,
/// pauses and priorities. Pure: it holds what it was told and answers. Not safe for threads; [Crew]
/// locks.
///
/// Jobs that go through the same gates (their queue, project and agent) stand in one [Lane]. Lanes
/// are either `ready` to be looked at or held by one closed gate. What may happen costs the same
/// however many jobs wait: a gate that opens sends only the first of its lanes forward, and the
/// next one when that has started or has to wait elsewhere.
final class Admission {
    private final Limits limits;
    private final Gate everything;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Gate> queues = new HashMap<>();
    private final Map<String, Gate> projects = new HashMap<>();
    private final Map<String, Gate> agents = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<List<Gate>, Lane> lanes = new HashMap<>();
    private final TreeSet<Lane> ready = new TreeSet<>();
    private final Map<JobId, Ticket> waiting = new HashMap<>();
    private final Map<JobId, Ticket> running = new HashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
        this.everything = new Gate(Gate.Kind.EVERYTHING, "", () -> Optional.of(limits.slots()));
    }

    /// The job waits from now on, if it neither waits nor runs already.
    void add(Ticket ticket) {
        if (running.containsKey(ticket.id()) || waiting.putIfAbsent(ticket.id(), ticket) != null) {
            return;
        }
        Lane lane = lanes.computeIfAbsent(gates(ticket), Lane::new);
        lane.leave();
        lane.tickets().add(ticket);
        lane.moveTo(ready);
        line(ticket.queue()).add(ticket);
    }

    /// The job does not wait any longer, if it does.
    void remove(JobId id) {
        Ticket ticket = waiting.remove(id);
        if (ticket == null) {
            return;
        }
        line(ticket.queue()).remove(ticket);
        List<Gate> gates = gates(ticket);
        Lane lane = lanes.get(gates);
        lane.leave();
        lane.tickets().remove(ticket);
        settle(lane);
    }

    /// The job has its slot, whether there is one or not: it ran before this hub.
    void occupy(Ticket ticket) {
        remove(ticket.id());
        if (running.putIfAbsent(ticket.id(), ticket) == null) {
            everything.take();
            gates(ticket).forEach(Gate::take);
        }
    }

    /// The job that is to start now, if there is one. It has its slot until [#release].
    Optional<JobId> next() {
        while (everything.open() && !ready.isEmpty()) {
            Lane lane = ready.first();
            Optional<Gate> closed = lane.gates().stream().filter(gate -> !gate.open()).findFirst();
            if (closed.isPresent()) {
                lane.moveTo(closed.get().held());
                sendForward(lane.gates());
            } else {
                Ticket first = lane.tickets().first();
                occupy(first);
                return Optional.of(first.id());
            }
        }
        return Optional.empty();
    }

    /// Gives the job's slot back, if it has one.
    void release(JobId id) {
        Ticket ticket = running.remove(id);
        if (ticket != null) {
            everything.giveBack();
            List<Gate> gates = gates(ticket);
            gates.forEach(Gate::giveBack);
            sendForward(gates);
        }
    }

    void priority(JobId id, int priority) {
        Ticket ticket = waiting.get(id);
        if (ticket != null) {
            remove(id);
            add(ticket.withPriority(priority));
        }
    }

    /// There is this queue, or it has that many slots from now on.
    void queue(String name, int itsSlots) {
        slots.put(name, itsSlots);
        sendForward(List.of(queueGate(name)));
    }

    void removeQueue(String name) {
        slots.remove(name);
    }

    /// @param pause empty to let jobs start again
    void pause(Scope scope, Optional<Pause> pause) {
        Gate gate =
                switch (scope) {
                    case Scope.Everything _ -> everything;
                    case Scope.Queue(var name) -> queueGate(name);
                    case Scope.Project(var name) -> projectGate(name);
                };
        gate.pause(pause);
        sendForward(List.of(gate));
    }

    /// Why a queued job does not start; empty if it is none.
    Optional<Hindrance> hindrance(JobId id) {
        return Optional.ofNullable(waiting.get(id)).map(this::hindrance);
    }

    /// How many jobs of a queue have a slot.
    int running(String queue) {
        return queueGate(queue).taken();
    }

    /// How many jobs of a queue wait for one.
    int queued(String queue) {
        return line(queue).size();
    }

    private Hindrance hindrance(Ticket ticket) {
        List<Gate> gates = new ArrayList<>(List.of(everything));
        gates.addAll(gates(ticket));
        for (Gate gate : gates) {
            if (gate.pause().isPresent()) {
                return new Hindrance.ScopePaused(gate.kind(), gate.name(), gate.pause().get());
            }
        }
        for (Gate gate : gates.subList(2, gates.size())) {
            if (gate.full()) {
                return new Hindrance.LimitReached(gate.kind(), gate.name(), gate.limit());
            }
        }
        Gate queue = queueGate(ticket.queue());
        int ahead = line(ticket.queue()).ahead(ticket);
        if (queue.full() && queue.limit() < everything.limit()) {
            return new Hindrance.QueueFull(queue.name(), queue.limit(), ahead);
        }
        return everything.full() || queue.full()
                ? new Hindrance.NoSlot(everything.limit(), ahead)
                : new Hindrance.None();
    }

    /// Puts a lane that stands nowhere where it belongs, and lets others go in its place.
    private void settle(Lane lane) {
        if (lane.tickets().isEmpty()) {
            lanes.remove(lane.gates());
        } else {
            lane.moveTo(ready);
        }
        sendForward(lane.gates());
    }

    private void sendForward(List<Gate> gates) {
        for (Gate gate : gates) {
            if (!gate.held().isEmpty() && gate.open()) {
                gate.held().first().moveTo(ready);
            }
        }
    }

    private List<Gate> gates(Ticket ticket) {
        List<Gate> gates = new ArrayList<>(3);
        gates.add(queueGate(ticket.queue()));
        ticket.project().map(this::projectGate).ifPresent(gates::add);
        ticket.agent().map(this::agentGate).ifPresent(gates::add);
        return gates;
    }

    private Gate queueGate(String name) {
        return queues.computeIfAbsent(
                name,
                _ ->
                        new Gate(
                                Gate.Kind.QUEUE,
                                name,
                                () -> Optional.of(slots.getOrDefault(name, limits.slots()))));
    }

    private Gate projectGate(String name) {
        return projects.computeIfAbsent(
                name, _ -> new Gate(Gate.Kind.PROJECT, name, () -> limits.ofProject(name)));
    }

    private Gate agentGate(String name) {
        return agents.computeIfAbsent(
                name, _ -> new Gate(Gate.Kind.AGENT, name, () -> limits.ofAgent(name)));
    }

    private Line line(String queue) {
        return lines.computeIfAbsent(queue, _ -> new Line());
    }
}
