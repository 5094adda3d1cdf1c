package dev.strawboss.mcp;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything a server offers its clients.
///
/// @param instructions what a client tells its model about the server; the first 2 KB count
/// @param resources null if there are none
/// @param completions null if there are none
/// @param tasks null if no call becomes a task
/// @param clients notes who is connected, for the tool that shows it
public record Offer(
        List<Toolset> toolsets,
        List<Prompt> prompts,
        @Nullable Resources resources,
        @Nullable Completions completions,
        @Nullable Tasks tasks,
        Clients clients,
        String instructions) {
    public Offer {
        toolsets = List.copyOf(toolsets);
        prompts = List.copyOf(prompts);
    }

    /// Only tools, all in one set.
    public static Offer of(List<Tool> tools, String instructions, InstantSource clock) {
        return new Offer(
                List.of(Toolset.always("core", tools)),
                List.of(),
                null,
                null,
                null,
                new Clients(clock),
                instructions);
    }

    Optional<Resources> offeredResources() {
        return Optional.ofNullable(resources);
    }

    Optional<Completions> offeredCompletions() {
        return Optional.ofNullable(completions);
    }

    Optional<Tasks> offeredTasks() {
        return Optional.ofNullable(tasks);
    }
}
