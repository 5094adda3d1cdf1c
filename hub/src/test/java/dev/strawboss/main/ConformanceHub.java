package dev.strawboss.main;

import dev.strawboss.mcp.ConformanceFixture;
import java.util.Arrays;

/// A real hub process with [ConformanceFixture].
final class ConformanceHub {
    private ConformanceHub() {}

    public static void main(String[] args) throws InterruptedException {
        String[] options = Arrays.copyOfRange(args, 2, args.length);
        System.exit(Serve.run(options, "test", (home, closing) -> ConformanceFixture.offer()));
    }
}
