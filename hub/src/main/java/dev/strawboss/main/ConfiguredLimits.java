package dev.strawboss.main;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Folder;
import dev.strawboss.config.Key;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Limits;
import java.util.Optional;

/// What the configuration says of how many jobs run at once. A file that is wrong says nothing; the
/// doctor names it.
record ConfiguredLimits(Configuration configuration) implements Limits {
    @Override
    public int slots() {
        return configuration.value(Configuration.SLOTS);
    }

    @Override
    public Optional<Integer> ofProject(String name) {
        return limit(Folder.PROJECTS, name, Configuration.PROJECT_LIMIT);
    }

    @Override
    public Optional<Integer> ofAgent(String name) {
        return limit(Folder.AGENTS, name, Configuration.AGENT_LIMIT);
    }

    private Optional<Integer> limit(Folder folder, String name, Key<Integer> usual) {
        return own(folder, name)
                .or(() -> Optional.of(configuration.value(usual)).filter(limit -> limit > 0));
    }

    private Optional<Integer> own(Folder folder, String name) {
        try {
            return configuration
                    .entry(folder, name)
                    .flatMap(entry -> entry.section().count("limit"));
        } catch (StrawbossException bad) {
            return Optional.empty();
        }
    }
}
