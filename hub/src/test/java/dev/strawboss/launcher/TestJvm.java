package dev.strawboss.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private TestJvm() {}

    /// The command of the real hub.
    public static List<String> hub() {
        return java("-Xmx256m", "dev.strawboss.main.Main", "hub", "serve");
    }

    /// @param heap such as `-Xmx256m`
    /// @param words the main class and its arguments
    public static List<String> java(String heap, String... words) {
        return java(heap, PackedClasses.shared().cache(), PackedClasses.shared().path(), words);
    }

    /// The same with a class path that begins with this.
    public static List<String> javaWith(Path first, String heap, String... words) {
        return java(
                heap, List.of(), first + File.pathSeparator + PackedClasses.shared().path(), words);
    }

    static List<String> java(String heap, List<String> cache, String classPath, String... words) {
        List<String> command = new ArrayList<>(OPTIONS);
        command.add(heap);
        command.addAll(cache);
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(words));
        return command;
    }
}
