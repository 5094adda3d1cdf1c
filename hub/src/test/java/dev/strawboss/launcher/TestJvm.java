package dev.strawboss.launcher;

import dev.strawboss.bridge.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How tests start hubs, bridges and command lines: the classes under test, with an AOT cache like
/// the installed ones have, which makes a hub start in a third of the processor's time.
public final class TestJvm {
    private static final List<String> OPTIONS =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr");

    static final String[] HUB = {"dev.strawboss.main.Main", "hub", "serve"};

    private TestJvm() {}

    /// The command of the real hub.
    public static List<String> hub() {
        return java("-Xmx256m", HUB);
    }

    /// @param heap such as `-Xmx256m`
    /// @param words the main class and its arguments
    public static List<String> java(String heap, String... words) {
        PackedClasses shared = PackedClasses.shared();
        return java(heap, shared.options(), shared.path(), words);
    }

    /// The `launch` file that command lines of [#java] start the real hub with, as beside the jars
    /// of an installation.
    public static Launch launch() {
        return PackedClasses.shared().launch();
    }

    /// The same for a shell, up to the arguments of the command line.
    public static String commandLine() {
        return java("-Xmx256m", "dev.strawboss.main.Main").stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    static List<String> java(String heap, List<String> options, String classPath, String... words) {
        List<String> command = new ArrayList<>(OPTIONS);
        command.add(heap);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(words));
        return command;
    }
}
