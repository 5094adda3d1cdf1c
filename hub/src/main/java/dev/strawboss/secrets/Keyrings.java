package dev.strawboss.secrets;

import dev.strawboss.config.Keyring;
import dev.strawboss.config.Keyring.Unreachable;
import dev.strawboss.process.Command;
import dev.strawboss.process.Executables;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Output;
import dev.strawboss.process.Processes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the keyring of this machine: `secret-tool` of libsecret, or `security` of macOS.
public final class Keyrings {
    /// Who has to unlock it is asked in a window; where nobody sits it would wait for ever.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

    private Keyrings() {}

    /// @param directory the configuration's: each has secrets of its own
    /// @param environment of this process, since it is the person's session that has a keyring
    /// @param mac whether this is macOS
    public static Keyring here(Path directory, Map<String, String> environment, boolean mac) {
        Map<String, String> own = new TreeMap<>(environment);
        if (mac) {
            return Executables.find("security", own)
                    .<Keyring>map(program -> new MacKeychain(program, owner(directory), own))
                    .orElse(Keyring.none("the program security is not installed"));
        }
        Path bus = Path.of(own.getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"), "bus");
        if (!own.containsKey(BUS) && !Files.exists(bus)) {
            return Keyring.none("nobody is logged in to a desktop session (no D-Bus session bus)");
        }
        return Executables.find("secret-tool", own)
                .<Keyring>map(program -> new SecretTool(program, owner(directory), own))
                .orElse(
                        Keyring.none(
                                "the program secret-tool is not installed (Debian: libsecret-tools)"));
    }

    /// A word without anything that a command line could take for something else.
    private static String owner(Path directory) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    directory
                                            .toAbsolutePath()
                                            .toString()
                                            .getBytes(StandardCharsets.UTF_8));
            return "strawboss-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param stdin the only way by which a value goes to another program
    static Outcome.Ended ended(List<String> argv, Map<String, String> environment, String stdin)
            throws Unreachable {
        String program = String.valueOf(Path.of(argv.getFirst()).getFileName());
        try {
            Command command =
                    Command.of(Path.of("/"), environment, argv)
                            .stdin(stdin.getBytes(StandardCharsets.UTF_8))
                            .timeout(PATIENCE);
            return switch (Processes.run(command)) {
                case Outcome.Ended ended -> ended;
                case Outcome.TimedOut _ ->
                        throw new Unreachable("it is locked (" + program + " waits for somebody)");
                case Outcome.NotStarted(var reason) ->
                        throw new Unreachable(program + " does not start: " + reason);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unreachable("this process is being ended");
        }
    }

    static String text(Output output) {
        return new String(output.bytes(), StandardCharsets.UTF_8);
    }

    /// What a program complained of, without its own name before it.
    static Unreachable complaint(String program, Outcome.Ended ended) {
        Optional<String> line =
                text(ended.stderr()).lines().filter(said -> !said.isBlank()).findFirst();
        String said = line.orElse("it ended with " + ended.status()).strip();
        String shown =
                said.startsWith(program + ": ") ? said.substring(program.length() + 2) : said;
        return new Unreachable(program + " says: " + shown.replaceFirst("\\.$", ""));
    }
}
