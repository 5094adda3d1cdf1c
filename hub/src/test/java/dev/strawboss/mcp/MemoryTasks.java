package dev.strawboss.mcp;

import dev.strawboss.concurrent.Threads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tasks that live as long as this process, each of one principal.
final class MemoryTasks implements Tasks {
    /// What a task does.
    interface Work {
        ToolAnswer run(Asker asker) throws InterruptedException;
    }

    /// Asks whoever looks after the task.
    interface Asker {
        Map<String, Map<String, Object>> ask(Map<String, Question> questions)
                throws InterruptedException;
    }

    private final InstantSource clock;
    private final Map<String, Running> tasks = new ConcurrentHashMap<>();

    MemoryTasks(InstantSource clock) {
        this.clock = clock;
    }

    ToolAnswer begin(Call call, Work work) {
        Running task = new Running(UUID.randomUUID().toString(), call.principal(), clock.instant());
        tasks.put(task.id, task);
        task.start(work);
        return FixtureTool.text("Goes on as " + task.id).asTask(task.id);
    }

    @Override
    public Optional<Task> task(Call call, String id) {
        return running(call, id).map(Running::view);
    }

    @Override
    public void answer(Call call, String id, Map<String, Map<String, Object>> answers) {
        running(call, id).ifPresent(task -> task.answered(answers));
    }

    @Override
    public void cancel(Call call, String id) {
        running(call, id).ifPresent(task -> task.end(new State.Cancelled()));
    }

    @Override
    public Resources.Watch watch(String id, Runnable changed) {
        Running task = tasks.get(id);
        if (task == null) {
            return Resources.Watch.NONE;
        }
        return task.watch(changed);
    }

    private Optional<Running> running(Call call, String id) {
        return Optional.ofNullable(tasks.get(id))
                .filter(task -> task.principal.equals(call.principal()));
    }

    private final class Running {
        private final String id;
        private final String principal;
        private final Instant created;
        private final List<Runnable> watchers = new ArrayList<>();
        private final Map<String, Question> open = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> given = new LinkedHashMap<>();
        private Instant updated;
        private @Nullable State over;
        private @Nullable Thread thread;

        Running(String id, String principal, Instant now) {
            this.id = id;
            this.principal = principal;
            this.created = now;
            this.updated = now;
        }

        synchronized void start(Work work) {
            thread =
                    Threads.virtual(
                            "task",
                            () -> {
                                try {
                                    end(new State.Completed(work.run(this::ask)));
                                } catch (InterruptedException cancelled) {
                                    end(new State.Cancelled());
                                } catch (IllegalStateException broken) {
                                    end(new State.Failed(String.valueOf(broken.getMessage())));
                                }
                            });
        }

        synchronized Map<String, Map<String, Object>> ask(Map<String, Question> questions)
                throws InterruptedException {
            open.putAll(questions);
            changed();
            while (!open.isEmpty()) {
                wait();
            }
            return Map.copyOf(given);
        }

        synchronized void answered(Map<String, Map<String, Object>> answers) {
            answers.forEach((name, answer) -> {
                if (open.remove(name) != null) {
                    given.put(name, answer);
                }
            });
            changed();
        }

        synchronized void end(State state) {
            if (over == null) {
                over = state;
                changed();
                if (state instanceof State.Cancelled && thread != null) {
                    thread.interrupt();
                }
            }
        }

        synchronized Resources.Watch watch(Runnable changed) {
            watchers.add(changed);
            return () -> {
                synchronized (Running.this) {
                    watchers.remove(changed);
                }
            };
        }

        synchronized Task view() {
            State state =
                    over != null
                            ? over
                            : open.isEmpty()
                                    ? new State.Working()
                                    : new State.InputRequired(Map.copyOf(open));
            return new Task(id, state, "", created, updated, 3_600_000L, 500);
        }

        private void changed() {
            updated = clock.instant();
            notifyAll();
            List.copyOf(watchers).forEach(Runnable::run);
        }
    }
}
