package dev.strawboss.main;

import dev.strawboss.bridge.Home;
import dev.strawboss.concurrent.Lock;
import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.LoginEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What jobs and the hub's own commands see of the world: the login shell's environment, not that
/// of whoever happened to start the hub, with `environment` of `config.yaml` over it.
final class HubEnvironment implements Supplier<Map<String, String>> {
    private static final Logger LOG = LoggerFactory.getLogger(HubEnvironment.class);
    private static final Path PASSWD = Path.of("/etc/passwd");

    private final Home home;
    private final LoginEnvironment login;
    private final Configuration configuration;
    private final Lock lock = new Lock();
    private @Nullable Map<String, String> shell;

    HubEnvironment(Home home, Configuration configuration, Map<String, String> starter)
            throws IOException {
        this.login = new LoginEnvironment(home.state().resolve("environment"), completed(starter));
        this.home = home;
        this.configuration = configuration;
    }

    /// The same for a command of another process.
    static Map<String, String> of(
            Home home, Configuration configuration, Map<String, String> starter) {
        try {
            Files.createDirectories( // where no hub has been yet
                    home.state(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            return new HubEnvironment(home, configuration, starter).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> get() {
        Map<String, String> environment = new HashMap<>(ofTheShell());
        environment.putAll(configuration.value(Configuration.ENVIRONMENT));
        // what asks from inside a job is to find this hub
        ofOneDirectory(home).ifPresent(own -> environment.put("STRAWBOSS_HOME", own.toString()));
        return environment;
    }

    private static Optional<Path> ofOneDirectory(Home home) {
        return Optional.ofNullable(home.state().getParent())
                .filter(parent -> Home.of(parent).equals(home));
    }

    /// Asks the login shell again, so that what the user changed since the last hub counts; until
    /// it has answered, and if it does not, the kept values are served.
    void renew() {
        boolean old = login.kept();
        try {
            ofTheShell();
            if (old) {
                login.refresh().ifPresent(this::swap);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (StrawbossException | UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("The login shell's environment is not renewed");
        }
    }

    private void swap(Map<String, String> renewed) {
        try (var _ = lock.hold()) {
            shell = Map.copyOf(renewed);
        }
    }

    private Map<String, String> ofTheShell() {
        try (var _ = lock.hold()) {
            if (shell == null) {
                shell = Map.copyOf(login.read());
            }
            return shell;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StrawbossException(
                    ErrorCode.INTERNAL, "Interrupted while the login shell ran.", "Try again.", e);
        }
    }

    /// Under `env -i` not even HOME is known: the user database has it, and the shell.
    private static Map<String, String> completed(Map<String, String> starter) throws IOException {
        Map<String, String> completed = new HashMap<>(starter);
        String user = System.getProperty("user.name");
        completed.putIfAbsent("USER", user);
        completed.putIfAbsent("LOGNAME", user);
        completed.putIfAbsent("HOME", System.getProperty("user.home"));
        completed.putIfAbsent("LANG", "C.UTF-8");
        if (Files.isReadable(PASSWD)) {
            for (String line : Files.readAllLines(PASSWD, StandardCharsets.ISO_8859_1)) {
                List<String> fields = List.of(line.split(":", -1));
                if (fields.size() == 7
                        && fields.getFirst().equals(user)
                        && !fields.get(6).isEmpty()) {
                    completed.putIfAbsent("SHELL", fields.get(6));
                }
            }
        }
        return completed;
    }
}
