package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The methods of the tasks extension.
final class TaskWorks {
    private static final Set<String> METHODS = Set.of("tasks/get", "tasks/update", "tasks/cancel");

    private final Service service;

    TaskWorks(Service service) {
        this.service = service;
    }

    /// @return empty if the method is none of these
    Optional<Exchange.Work> of(Request request, Revision revision) {
        return service.offer()
                .offeredTasks()
                .filter(_ -> revision.modern() && METHODS.contains(request.method()))
                .map(tasks -> exchange -> result(tasks, exchange));
    }

    /// What a client that takes tasks is told of a call that goes on.
    Optional<Map<String, Object>> begun(ToolAnswer answer, Exchange exchange)
            throws InterruptedException {
        String id = answer.task();
        Optional<Tasks> tasks = service.offer().offeredTasks();
        if (id == null || tasks.isEmpty() || !exchange.about().takesTasks()) {
            return Optional.empty();
        }
        return tasks.get()
                .task(exchange, id)
                .map(task -> {
                    Map<String, Object> result = Shapes.of(task);
                    result.put("resultType", "task");
                    return result;
                });
    }

    private static Map<String, Object> result(Tasks tasks, Exchange exchange)
            throws Refusal, InterruptedException {
        Request request = exchange.request();
        if (!exchange.about().takesTasks()) {
            throw Refusal.missing(MissingCapability.tasks());
        }
        String id = request.requiredString("taskId");
        Tasks.Task task =
                tasks.task(exchange, id)
                        .orElseThrow(() -> Refusal.invalid("There is no task " + id + "."));
        switch (request.method()) {
            case "tasks/get" -> {
                return Shapes.whole(task);
            }
            case "tasks/cancel" -> tasks.cancel(exchange, id);
            default -> tasks.answer(exchange, id, answers(request));
        }
        return new LinkedHashMap<>();
    }

    private static Map<String, Map<String, Object>> answers(Request request) throws Refusal {
        if (!(request.params().get("inputResponses") instanceof Map)) {
            throw Refusal.invalid("params.inputResponses is not an object.");
        }
        Map<String, Object> given = request.objectOrNone("inputResponses");
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        for (String name : given.keySet()) {
            if (!(given.get(name) instanceof Map)) {
                throw Refusal.invalid("params.inputResponses." + name + " is not an object.");
            }
            answers.put(name, Request.object(given, name));
        }
        return answers;
    }
}
