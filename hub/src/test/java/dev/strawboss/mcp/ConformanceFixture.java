package dev.strawboss.mcp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What the official conformance suite (`@modelcontextprotocol/conformance` 0.2.0-alpha.12) wants a
/// server to offer.
public final class ConformanceFixture {
    static final String EXTRA = "extra";

    /// A red pixel.
    static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJg"
                    + "gg==";

    /// A silent moment.
    static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

    private ConformanceFixture() {}

    public static Offer offer() {
        ConformanceResources resources = new ConformanceResources();
        MemoryTasks tasks = new MemoryTasks(InstantSource.system());
        List<Tool> tools = new ArrayList<>(ConformanceTools.all());
        tools.addAll(ConformanceQuestions.all());
        tools.addAll(ConformanceTasks.all(tasks));
        tools.add(
                FixtureTool.of(
                        "test_change_resource",
                        (call, arguments) -> {
                            resources.change(arguments.string("uri").orElse(""));
                            return FixtureTool.text("changed");
                        },
                        Parameter.string("uri", "which; the list if none")));
        Tool extra = FixtureTool.of("test_extra", (call, arguments) -> FixtureTool.text("extra"));
        return new Offer(
                List.of(
                        Toolset.always("conformance", tools),
                        new Toolset(EXTRA, "Comes and goes.", List.of(extra), () -> false)),
                ConformancePrompts.all(),
                resources,
                (call, of, argument, value, context) ->
                        Completions.Values.of(
                                List.of("paris", "park", "party", "test").stream()
                                        .filter(each -> each.startsWith(value))
                                        .toList()),
                tasks,
                new Clients(InstantSource.system()),
                "The tools of the conformance suite.");
    }
}
