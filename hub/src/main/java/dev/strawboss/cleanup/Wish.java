package dev.strawboss.cleanup;

import java.time.Instant;
import java.util.Optional;

/// What is to go: of jobs that ended before these times; empty leaves all.
///
/// @param project only jobs of this project
public record Wish(
        Optional<Instant> jobs,
        Optional<Instant> logs,
        Optional<Instant> workspaces,
        Optional<String> project) {}
