package dev.strawboss.tools;

import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which sets of tools the session sees, and how it switches them.
final class ToolsetAnswers {
    private ToolsetAnswers() {}

    static List<Object> rows(Call call, Arguments arguments) {
        String action = arguments.string("action").orElse("list");
        switch (action) {
            case "list", "show" -> {}
            case "save" -> call.show(name(arguments), true);
            case "remove" -> call.show(name(arguments), false);
            default -> throw arguments.invalid("Toolsets are shown (save) or hidden (remove).");
        }
        List<Object> rows = new ArrayList<>();
        call.toolsets()
                .forEach((name, shown) -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("name", name);
                    row.put("shown", shown);
                    row.put("tools", Tools.SETS.getOrDefault(name, ""));
                    rows.add(row);
                });
        return rows;
    }

    private static String name(Arguments arguments) {
        String name =
                arguments
                        .string("name")
                        .orElseThrow(() -> arguments.invalid("This action needs name."));
        if (name.equals(Tools.CORE)) {
            throw arguments.invalid("The tools of core are always shown.");
        }
        return name;
    }
}
