package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.install.Registrar.Edit;
import dev.strawboss.install.Registrar.Entry;
import dev.strawboss.process.Executables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Registers Strawboss with coding agents, and takes it out again. A configuration file is replaced
/// whole or not at all, and kept beside itself first.
public final class Installer {
    private static final int ATTEMPTS = 5;

    private final Map<String, String> environment;
    private final Clock clock;
    private final List<Registrar> registrars;
    private final List<Registrar> editors;

    /// @param environment says where clients are (`PATH`) and where they keep their configuration
    /// @param userHome the person's home directory, for when `HOME` is not in the environment
    public Installer(Map<String, String> environment, Path userHome, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        String home = environment.getOrDefault("HOME", "");
        Path directory = home.startsWith("/") ? Path.of(home) : userHome;
        this.registrars =
                List.of(
                        new ClaudeRegistrar(this.environment, directory),
                        new CodexRegistrar(this.environment, directory),
                        JsonRegistrar.gemini(this.environment, directory),
                        JsonRegistrar.opencode(this.environment, directory));
        this.editors =
                List.of(
                        JsonRegistrar.cursor(this.environment, directory),
                        JsonRegistrar.vscode(this.environment, directory),
                        JsonRegistrar.windsurf(this.environment, directory));
    }

    /// All whose servers can be taken over, the editors too.
    List<Registrar> sources() {
        List<Registrar> all = new ArrayList<>(registrars);
        all.addAll(editors);
        return all;
    }

    /// The clients that Strawboss can register with.
    public List<String> clients() {
        return registrars.stream().map(Registrar::client).toList();
    }

    /// Those of them that are on this machine.
    public List<String> present() {
        return clients().stream()
                .filter(client -> Executables.find(client, environment).isPresent())
                .toList();
    }

    /// As [#present], when nothing was named.
    List<String> requirePresent() {
        List<String> present = present();
        if (present.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.MISSING_BINARY,
                    "None of " + String.join(", ", clients()) + " is on the PATH.",
                    "Install one of them, then repeat.");
        }
        return present;
    }

    /// @param bridge the whole command of the MCP server, with absolute paths
    /// @param dry whether only to say what would change
    public Receipt install(String client, List<String> bridge, boolean dry)
            throws IOException, InterruptedException {
        Registrar registrar = registrar(client);
        Optional<Entry> wanted = Optional.of(new Entry(bridge, true));
        return change(registrar, wanted, dry, text -> registrar.with(text, bridge));
    }

    /// @param dry whether only to say what would change
    public Receipt uninstall(String client, boolean dry) throws IOException, InterruptedException {
        Registrar registrar = registrar(client);
        return change(registrar, Optional.empty(), dry, registrar::without);
    }

    /// Again if somebody else changes the file meanwhile.
    private Receipt change(Registrar registrar, Optional<Entry> wanted, boolean dry, Change change)
            throws IOException, InterruptedException {
        String client = registrar.client();
        boolean adds = wanted.isPresent();
        for (int i = 0; i < ATTEMPTS; i++) {
            ConfigurationFile file = ConfigurationFile.read(registrar.file());
            Optional<Entry> entry = registrar.entry(file.text());
            if (entry.equals(wanted)) {
                return new Receipt.Unchanged(client, file.path());
            }
            requireOurs(registrar, entry);
            Edit edit = change.of(file.text());
            if (dry) {
                return new Receipt.Planned(client, file.path(), edit.shown(), adds);
            }
            Optional<Path> backup = file.backup(clock);
            if (file.replace(edit.text(), backup)) {
                return new Receipt.Changed(client, file.path(), backup, adds);
            }
        }
        throw new StrawbossException(
                ErrorCode.ENVIRONMENT,
                registrar.file() + " is being changed by somebody else all the time.",
                "Close " + client + ", then repeat.");
    }

    private interface Change {
        Edit of(String text) throws IOException, InterruptedException;
    }

    private Registrar registrar(String client) {
        return registrars.stream()
                .filter(registrar -> registrar.client().equals(client))
                .findFirst()
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.INVALID_INPUT,
                                "Strawboss does not know the client "
                                        + client
                                        + "."
                                        + Suggestion.sentence(client, clients()),
                                "Clients: " + String.join(", ", clients())));
    }

    private static void requireOurs(Registrar registrar, Optional<Entry> entry) {
        if (entry.isPresent() && !entry.get().ours()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    registrar.client()
                            + " has a server named strawboss that was made by hand: "
                            + String.join(" ", entry.get().words()),
                    "It was left as it is. To replace it, first take it out of "
                            + registrar.file());
        }
    }
}
