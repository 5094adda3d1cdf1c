package dev.strawboss.agents;

import java.nio.file.Path;
import java.util.Optional;

/// An agent and whether it can be used here.
///
/// @param binary its program, if installed
/// @param install the command that installs it, if known; else empty
public record AgentStatus(Agent agent, Optional<Path> binary, String install) {
    public boolean installed() {
        return binary.isPresent();
    }
}
