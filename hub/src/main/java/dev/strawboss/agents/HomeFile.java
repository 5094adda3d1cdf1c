package dev.strawboss.agents;

import dev.strawboss.config.Section;
import java.nio.file.Path;
import java.util.Map;

/// A file of a CLI's own, below a folder that a variable may name.
///
/// @param home the variable that names the folder
/// @param otherwise the folder in HOME when that is not set
record HomeFile(String home, String otherwise, String file) {
    static HomeFile of(Section section) {
        return new HomeFile(
                need(section, "home"), need(section, "otherwise"), need(section, "file"));
    }

    Path in(Map<String, String> environment) {
        String folder = environment.getOrDefault(home, "");
        return folder.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", "/"), otherwise, file)
                : Path.of(folder, file);
    }

    static String need(Section section, String key) {
        return section.string(key).orElseThrow(() -> section.invalid("lacks " + key + "."));
    }
}
