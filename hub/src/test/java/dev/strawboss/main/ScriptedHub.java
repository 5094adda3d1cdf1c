package dev.strawboss.main;

import dev.strawboss.mcp.ScriptedTools;
import java.util.Arrays;

/// A real hub process with [ScriptedTools].
final class ScriptedHub {
    private ScriptedHub() {}

    public static void main(String[] args) throws InterruptedException {
        String[] options = Arrays.copyOfRange(args, 2, args.length);
        System.exit(Serve.run(options, "test", (home, closing) -> ScriptedTools.offer()));
    }
}
