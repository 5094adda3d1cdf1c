package dev.strawboss.tools;

import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.secrets.Redaction;
import dev.strawboss.secrets.SecretsInUse;

/// A tool whose every answer, refusals too, has gone through the redaction: one place, so that none
/// is forgotten.
final class RedactedTool implements Tool {
    private final Tool tool;
    private final SecretsInUse secrets;

    RedactedTool(Tool tool, SecretsInUse secrets) {
        this.tool = tool;
        this.secrets = secrets;
    }

    @Override
    public ToolDescription description() {
        return tool.description();
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        Redaction redaction = secrets.get();
        ToolAnswer answer = tool.call(call, arguments);
        return answer.with(redaction.text(answer.text()), redaction.object(answer.structured()));
    }
}
