package dev.strawboss.main;

import dev.strawboss.tools.Tools;
import java.util.Arrays;
import java.util.List;

/// The entry of the hub's process and, once it is there, of the command line.
public final class Main {
    private static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> words = List.of(args);
        if (words.size() >= 2 && words.subList(0, 2).equals(List.of("hub", "serve"))) {
            String[] options = Arrays.copyOfRange(args, 2, args.length);
            int status =
                    Serve.run(
                            options,
                            VERSION,
                            Tools.INSTRUCTIONS,
                            (home, closing) -> Features.start(home, closing, System.getenv()));
            System.exit(status);
        }
        System.err.println("strawboss: only hub serve works yet");
        System.exit(2);
    }
}
