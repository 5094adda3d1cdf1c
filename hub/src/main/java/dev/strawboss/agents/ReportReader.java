package dev.strawboss.agents;

import java.io.IOException;

/// Reads an agent's output; one per format.
sealed interface ReportReader permits ClaudeStreamJson, CodexJsonl, PlainText {
    AgentReport read(AgentOutput output) throws IOException;

    static ReportReader of(OutputFormat format, ErrorPatterns patterns) {
        return switch (format) {
            case CLAUDE_STREAM_JSON -> new ClaudeStreamJson(patterns);
            case CODEX_JSONL -> new CodexJsonl(patterns);
            case TEXT, TEXT_AT_END -> new PlainText(patterns);
        };
    }
}
