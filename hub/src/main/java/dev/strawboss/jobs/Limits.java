package dev.strawboss.jobs;

import java.util.Optional;

/// How many jobs may run at once. Asked again whenever a job may start, so that a changed
/// configuration counts at once; must be quick and must not throw.
public interface Limits {
    /// All together; also how many of a queue for which nothing else was said.
    int slots();

    /// Of a project.
    default Optional<Integer> ofProject(String name) {
        return Optional.empty();
    }

    /// Of an agent.
    default Optional<Integer> ofAgent(String name) {
        return Optional.empty();
    }
}
