package dev.strawboss.tools;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.config.Setting;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the setup tool does with `config.yaml`.
final class SettingsAnswers {
    private final Configuration configuration;
    private final Guarded guarded;

    SettingsAnswers(Configuration configuration, Guarded guarded) {
        this.configuration = configuration;
        this.guarded = guarded;
    }

    /// @param name a key, or `key.name` for one below it
    List<Object> rows(Call call, String action, Arguments arguments, String name) {
        return switch (action) {
            case "save" -> {
                guarded.settings(call, arguments.object("values").keySet());
                yield save(arguments.object("values"));
            }
            case "show" -> List.of(row(path(name).getFirst()));
            case "remove" -> {
                guarded.settings(call, List.of(name));
                configuration.unset(path(name));
                yield List.of(row(path(name).getFirst()));
            }
            case "list" -> configuration.keys().stream().map(Key::name).map(this::row).toList();
            default -> throw arguments.invalid("config has list, show, save and remove.");
        };
    }

    private List<Object> save(Map<String, Object> values) {
        values.forEach((key, value) -> set(path(key), value));
        return values.keySet().stream().map(key -> row(path(key).getFirst())).toList();
    }

    private static List<String> path(String name) {
        return Arrays.asList(name.split("\\.", 2));
    }

    /// A text that does not fit as it is may be a number or a list, as a shell writes them.
    private void set(List<String> path, Object value) {
        try {
            configuration.set(path, value);
        } catch (StrawbossException unfit) {
            Object read = value instanceof String text ? read(text, unfit) : value;
            if (read instanceof String) {
                throw unfit;
            }
            configuration.set(path, read);
        }
    }

    private static Object read(String text, StrawbossException unfit) {
        try {
            return Configuration.parse("the value", "value: " + text)
                    .values()
                    .getOrDefault("value", text);
        } catch (StrawbossException unreadable) {
            unfit.addSuppressed(unreadable);
            throw unfit;
        }
    }

    private Object row(String name) {
        Setting setting = configuration.setting(name);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("value", Setting.text(setting.value()));
        row.put("from", setting.given() && !setting.wrong() ? "config.yaml" : "default");
        row.put("why", setting.why());
        row.put("description", setting.description());
        return row;
    }
}
