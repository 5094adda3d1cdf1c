package dev.strawboss.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One `subscriptions/listen`: first says what it will tell, then tells it, and only that, until it
/// is cancelled.
final class Listening implements Exchange.Work {
    private static final String SUBSCRIPTION = Request.PREFIX + "subscriptionId";
    private static final int MOST = 1_000;
    private static final String URI = "uri ";
    private static final String TASK = "task ";

    private final Service service;
    private final boolean again;
    private final Changes changes = new Changes();
    private final List<Resources.Watch> watches = new ArrayList<>();
    private final Map<String, Object> agreed = new LinkedHashMap<>();

    /// @param again whether the client may have listened to a hub before, and missed something
    ///   since
    Listening(Service service, boolean again) {
        this.service = service;
        this.again = again;
    }

    /// Before later requests are looked at: what they change is heard.
    @Override
    public void begin(Exchange exchange) throws Refusal {
        watch(exchange, exchange.request().objectOrNone("notifications"));
    }

    @Override
    public Map<String, Object> result(Exchange exchange) throws Refusal, InterruptedException {
        watchTasks(exchange, names(exchange.request().objectOrNone("notifications"), "taskIds"));
        send(exchange, "notifications/subscriptions/acknowledged", Map.of("notifications", agreed));
        while (true) {
            tell(exchange, changes.next());
        }
    }

    @Override
    public void end() {
        watches.forEach(Resources.Watch::close);
    }

    private void watch(Exchange exchange, Map<String, Object> wanted) throws Refusal {
        Offer offer = service.offer();
        if (asks(wanted, "toolsListChanged") && service.shelf().canChange()) {
            agreed.put("toolsListChanged", true);
            put(
                    Changes.TOOLS,
                    service.shelf()
                            .watch(exchange.session(), () -> changes.changed(Changes.TOOLS)));
        }
        Optional<Resources> resources = offer.offeredResources();
        if (resources.isPresent() && asks(wanted, "resourcesListChanged")) {
            agreed.put("resourcesListChanged", true);
            put(
                    Changes.RESOURCES,
                    resources.get().watchList(() -> changes.changed(Changes.RESOURCES)));
        }
        Set<String> uris = names(wanted, "resourceSubscriptions");
        if (resources.isPresent() && !uris.isEmpty()) {
            agreed.put("resourceSubscriptions", List.copyOf(uris));
            for (String uri : uris) {
                put(URI + uri, resources.get().watch(uri, () -> changes.changed(URI + uri)));
            }
        }
    }

    private void put(String what, Resources.Watch watch) {
        watches.add(watch);
        if (again) {
            changes.changed(what);
        }
    }

    private void watchTasks(Exchange exchange, Set<String> ids)
            throws Refusal, InterruptedException {
        Optional<Tasks> tasks = service.offer().offeredTasks();
        if (tasks.isEmpty() || ids.isEmpty()) {
            return;
        }
        if (!exchange.about().takesTasks()) {
            throw Refusal.missing(MissingCapability.tasks());
        }
        List<String> known = new ArrayList<>();
        for (String id : ids) {
            if (tasks.get().task(exchange, id).isPresent()) {
                known.add(id);
                watches.add(tasks.get().watch(id, () -> changes.changed(TASK + id)));
                changes.changed(TASK + id);
            }
        }
        agreed.put("taskIds", known);
    }

    private void tell(Exchange exchange, String what) throws InterruptedException {
        if (what.equals(Changes.TOOLS)) {
            send(exchange, "notifications/tools/list_changed", Map.of());
        } else if (what.equals(Changes.RESOURCES)) {
            send(exchange, "notifications/resources/list_changed", Map.of());
        } else if (what.startsWith(URI)) {
            send(
                    exchange,
                    "notifications/resources/updated",
                    Map.of("uri", what.substring(URI.length())));
        } else {
            Tasks tasks = service.offer().tasks();
            Optional<Tasks.Task> task =
                    tasks == null
                            ? Optional.empty()
                            : tasks.task(exchange, what.substring(TASK.length()));
            if (task.isPresent()) {
                send(exchange, "notifications/tasks", Shapes.whole(task.get()));
            }
        }
    }

    private static void send(
            Exchange exchange, String method, Map<String, ? extends @Nullable Object> params)
            throws InterruptedException {
        Map<String, @Nullable Object> tagged = new LinkedHashMap<>(params);
        tagged.put("_meta", Map.of(SUBSCRIPTION, exchange.id()));
        exchange.replies().send(Answers.bytes(Answers.notice(method, tagged)));
    }

    private static boolean asks(Map<String, Object> wanted, String name) {
        return Boolean.TRUE.equals(wanted.get(name));
    }

    private static Set<String> names(Map<String, Object> wanted, String name) throws Refusal {
        Set<String> names = new LinkedHashSet<>();
        if (wanted.get(name) instanceof List<?> list) {
            list.forEach(each -> names.add(String.valueOf(each)));
        }
        if (names.size() > MOST) {
            throw Refusal.invalid("More than 1,000 " + name + " in one request.");
        }
        return names;
    }
}
