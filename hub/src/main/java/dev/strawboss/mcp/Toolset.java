package dev.strawboss.mcp;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Tools that are shown, or not, together. Tools that are not shown can be called all the same:
/// what is saved is the room that their descriptions take.
///
/// @param onByDefault whether a session that has not switched it sees it
public record Toolset(
        String name, String description, List<Tool> tools, BooleanSupplier onByDefault) {
    public Toolset {
        tools = List.copyOf(tools);
    }

    /// One that is shown unless a session switches it off.
    public static Toolset always(String name, List<Tool> tools) {
        return new Toolset(name, "", tools, () -> true);
    }
}
