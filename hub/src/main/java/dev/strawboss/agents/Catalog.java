package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Problem;
import dev.strawboss.config.Section;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The agent CLIs known: the built-in ones, and those of a person's `catalog.yaml`, which win.
final class Catalog {
    private static final Map<String, Cli> BUILT_IN = builtIn();

    private final Configuration configuration;

    Catalog(Configuration configuration) {
        this.configuration = configuration;
    }

    Map<String, Cli> entries() {
        Map<String, Cli> entries = new LinkedHashMap<>(BUILT_IN);
        Section own = configuration.document("catalog.yaml");
        for (String name : own.values().keySet()) {
            try {
                entries.put(name, Cli.of(name, own.section(name)));
            } catch (StrawbossException _) { // problems() says it
            }
        }
        return entries;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Section own = configuration.document("catalog.yaml");
        for (String name : own.values().keySet()) {
            try {
                var _ = Cli.of(name, own.section(name));
            } catch (StrawbossException bad) {
                problems.add(
                        new Problem(
                                configuration.directory().resolve("catalog.yaml"),
                                String.valueOf(bad.getMessage())));
            }
        }
        return problems;
    }

    private static Map<String, Cli> builtIn() {
        Section section = BuiltIn.section("catalog.yaml");
        Map<String, Cli> entries = new LinkedHashMap<>();
        for (String name : section.values().keySet()) {
            entries.put(name, Cli.of(name, section.section(name)));
        }
        return entries;
    }
}
