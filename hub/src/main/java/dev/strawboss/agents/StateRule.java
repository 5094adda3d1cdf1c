package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a CLI needs of its person's home directory to start and be logged in. What is not named
/// here (settings, hooks, MCP servers, plugins, histories) stays out of a private home.
///
/// @param variables names that say where a folder is, with its usual place in HOME (`.` for HOME
///   itself)
/// @param settings names that hold settings themselves
/// @param seed files, by their usual path in HOME
/// @param members JSON files of which only these members are taken, with dots between the steps
/// @param keyFiles for who has a key instead of a login: files and what stands in them
record StateRule(
        Map<String, String> variables,
        List<String> settings,
        List<String> seed,
        Map<String, List<String>> members,
        Map<String, String> keyFiles,
        Optional<LoginRule> login) {
    /// A program of which nothing is known gets an empty home.
    static final StateRule EMPTY =
            new StateRule(Map.of(), List.of(), List.of(), Map.of(), Map.of(), Optional.empty());

    static StateRule of(Section section) {
        section.allow(List.of("variables", "settings", "seed", "members", "key_files", "login"));
        Section members = section.section("members");
        Map<String, List<String>> named = new LinkedHashMap<>();
        members.values().keySet().forEach(file -> named.put(file, members.strings(file)));
        return new StateRule(
                Environments.checked(section, "variables"),
                section.strings("settings"),
                section.strings("seed"),
                named,
                section.section("key_files").values().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> String.valueOf(entry.getValue()))),
                section.has("login")
                        ? Optional.of(LoginRule.of(section.section("login")))
                        : Optional.empty());
    }

    /// The same for who needs no login, since the hub has the key; nothing of the person's then.
    StateRule withoutLogin() {
        return new StateRule(variables, settings, List.of(), Map.of(), keyFiles, Optional.empty());
    }

    /// Where a file is in the person's home.
    Path persons(String file, Map<String, String> hub) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String folder = hub.getOrDefault(variable.getKey(), "");
            Path usual = Path.of(variable.getValue());
            if (!folder.isEmpty() && variable.getValue().equals(".")) {
                return Path.of(folder).resolve(file);
            }
            if (!folder.isEmpty() && Path.of(file).startsWith(usual)) {
                return Path.of(folder).resolve(usual.relativize(Path.of(file)));
            }
        }
        return Path.of(hub.getOrDefault("HOME", "/")).resolve(file);
    }
}
