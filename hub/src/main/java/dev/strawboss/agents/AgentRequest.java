package dev.strawboss.agents;

import dev.strawboss.workspace.WorkspaceMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A dispatch as a person or a client words it. What is left out comes from the project, then the
/// agent, then the configuration.
///
/// @param target a project's name or a directory
/// @param current where a relative directory starts
/// @param strawbossTools whether the agent may use Strawboss's tools itself
/// @param sandbox whether it must be confined, whatever is configured
public record AgentRequest(
        String target,
        Path current,
        Optional<String> agent,
        String prompt,
        Optional<AgentMode> mode,
        Optional<String> model,
        Optional<WorkspaceMode> workspace,
        Optional<Duration> timeout,
        boolean strawbossTools,
        boolean sandbox) {}
