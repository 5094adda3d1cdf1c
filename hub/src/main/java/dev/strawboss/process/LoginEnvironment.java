package dev.strawboss.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The environment that the user's login shell makes, kept in a private file. Clients start the hub
/// with anything from eleven variables to a full desktop session; with this it does not matter
/// which of them came first. Values are secrets: only names are ever logged.
public final class LoginEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(LoginEnvironment.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final List<String> STARTING =
            List.of("HOME", "USER", "LOGNAME", "SHELL", "LANG");
    private static final Set<String> OF_THE_SHELL_ITSELF = Set.of("SHLVL", "PWD", "OLDPWD", "_");
    private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final String MINIMAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Path file;
    private final Map<String, String> starting;
    private final Duration timeout;

    /// @param file where the values are kept, NUL-separated, mode 0600
    /// @param starter the environment of the hub's own process; of it only `HOME`, `USER`,
    ///   `LOGNAME`, `SHELL` and `LANG` are used
    public LoginEnvironment(Path file, Map<String, String> starter) {
        this(file, starter, TIMEOUT);
    }

    LoginEnvironment(Path file, Map<String, String> starter, Duration timeout) {
        this.file = file;
        this.starting = new HashMap<>(starter);
        this.starting.keySet().retainAll(STARTING);
        this.timeout = timeout;
    }

    /// The kept values, else those of a login shell run now.
    public Map<String, String> read() throws InterruptedException {
        try {
            Map<String, String> kept =
                    Files.exists(file)
                            ? parse(Files.readString(file, StandardCharsets.ISO_8859_1))
                            : Map.of();
            // empty also where a power cut left the name without the content
            return kept.isEmpty() ? refresh().orElseGet(this::minimal) : kept;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Whether [#read] answers without running the login shell.
    public boolean kept() {
        return file.toFile().length() > 0;
    }

    /// Runs the login shell and keeps what it says. Empty if it does not work; what was kept before
    /// stays.
    public Optional<Map<String, String>> refresh() throws InterruptedException {
        Optional<String> snapshot = snapshot();
        snapshot.ifPresent(this::keep);
        return snapshot.map(LoginEnvironment::parse);
    }

    private Map<String, String> minimal() {
        Map<String, String> minimal = new TreeMap<>(starting);
        minimal.put("PATH", MINIMAL_PATH);
        return minimal;
    }

    /// What `env -0` printed, as bytes in ISO 8859-1, so that none is changed.
    private Optional<String> snapshot() throws InterruptedException {
        String shell = starting.getOrDefault("SHELL", "/bin/sh");
        String mark = "strawboss-" + UUID.randomUUID();
        String script = "printf %s " + mark + "; /usr/bin/env -0; printf %s " + mark;
        Path home = Path.of(starting.getOrDefault("HOME", "/"));
        Command command =
                Command.of(
                                Files.isDirectory(home) ? home : Path.of("/"),
                                starting,
                                List.of(shell, "-l", "-c", script))
                        .timeout(timeout);
        return switch (Processes.run(command)) {
            case Outcome.NotStarted(String reason) -> failed(shell, reason);
            case Outcome.TimedOut _ -> failed(shell, "it took over " + timeout.toSeconds() + " s");
            case Outcome.Ended(int status, Output stdout, _) ->
                    between(mark, stdout)
                            .or(() -> failed(shell, "nothing printed, exit status " + status));
        };
    }

    private static Optional<String> failed(String shell, String why) {
        LOG.atWarn()
                .addKeyValue("shell", shell)
                .addKeyValue("why", why)
                .log("no environment from the login shell; the kept or a minimal one is used");
        return Optional.empty();
    }

    private static Optional<String> between(String mark, Output stdout) {
        String[] parts =
                new String(stdout.bytes(), StandardCharsets.ISO_8859_1)
                        .split(Pattern.quote(mark), -1);
        return parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
    }

    private void keep(String snapshot) {
        try {
            Path temporary =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            "environment-",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, snapshot, StandardCharsets.ISO_8859_1);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Map<String, String> parse(String snapshot) {
        Map<String, String> environment = new TreeMap<>();
        for (String line : snapshot.split("\0", -1)) {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            String name = line.substring(0, equals);
            if (!SHELL_NAME.matcher(name).matches()) {
                LOG.atDebug().addKeyValue("name", name).log("no shell can carry this variable");
            } else if (!OF_THE_SHELL_ITSELF.contains(name)) {
                environment.put(name, bytes(line.substring(equals + 1)));
            }
        }
        return environment;
    }

    private static String bytes(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
