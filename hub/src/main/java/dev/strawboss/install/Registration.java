package dev.strawboss.install;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.Launch;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that clients are told: nothing in it depends on their environment, which codex
/// and gemini scrub.
final class Registration {
    private Registration() {}

    /// @param launch of the installed distribution; the bridge's command stands beside it
    static List<String> command(Launch launch, Home home) throws IOException {
        Path file = launch.file().resolveSibling("launch-bridge");
        if (!Files.exists(file)) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "This is no installed Strawboss: " + file + " is missing.",
                    "Run the launcher at the top of the checkout: ./strawboss install");
        }
        List<String> words = new ArrayList<>(Files.readAllLines(file));
        words.addAll(
                List.of(
                        "--state",
                        home.state().toString(),
                        "--configuration",
                        home.configuration().toString()));
        if (!words.stream().allMatch(Registration::ascii)) {
            // without a locale, as some clients start it, Java cannot read such a path
            words.addAll(0, List.of("/usr/bin/env", "LC_ALL=C.UTF-8"));
        }
        return words;
    }

    private static boolean ascii(String word) {
        return word.chars().allMatch(letter -> letter < 128);
    }
}
