package dev.strawboss.agents;

import java.io.IOException;

/// Reads an agent's output; one per format.
sealed interface ReportReader permits ClaudeStreamJson, JsonLines, PlainText {
    AgentReport read(AgentOutput output) throws IOException;
}
