package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Origin;
import java.util.Collection;
import java.util.Set;

/// Settings that bound what models do. A model that could change them could lift its own bounds, so
/// they are changed by who types `strawboss`, never over a bridge or HTTP.
///
/// @param names keys of `config.yaml`, of agents and of projects
record Guarded(Set<String> names) {
    /// @param changed names as the caller gave them, `key` or `key.below`
    /// @throws StrawbossException if one of them is guarded and the caller is not a command line
    void check(Call call, Collection<String> changed) {
        boolean typed = call.session().name().isEmpty() && call.principal().equals(Origin.LOCAL);
        for (String name : changed) {
            if (!typed && names.contains(name.split("\\.", 2)[0])) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "The setting "
                                + PlainText.line(name, 60)
                                + " bounds what you may do, so only a person changes it.",
                        "Ask your user to type it: strawboss config, strawboss agents add or"
                                + " strawboss projects add");
            }
        }
    }
}
