package dev.strawboss.install;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.json.Json;
import dev.strawboss.servers.KeptSecrets;
import dev.strawboss.servers.Literals;
import dev.strawboss.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes a client's MCP servers over, so that it has one entry, Strawboss, and they stand behind
/// that. The client's file is kept first, replaced whole or not at all, and put back byte for byte
/// by undo. Secrets that stand in it go into the secret store.
final class ServerImport {
    private final Installer installer;
    private final Servers servers;
    private final Configuration configuration;
    private final Clock clock;

    ServerImport(Installer installer, Servers servers, Configuration configuration, Clock clock) {
        this.installer = installer;
        this.servers = servers;
        this.configuration = configuration;
        this.clock = clock;
    }

    /// What an import came to, or would.
    ///
    /// @param file where the servers stood
    /// @param taken names there to names here
    /// @param refused what stays where it is, and why
    /// @param secrets names that were added to the secret store
    /// @param left secrets that stand in `servers.json` as they are
    /// @param backup the client's file as it was; empty if it was not changed
    record Outcome(
            Path file,
            Map<String, String> taken,
            Map<String, String> refused,
            List<String> secrets,
            List<String> left,
            Optional<Path> backup) {}

    /// @param bridge the command of our own entry in the client
    Outcome take(String client, List<String> bridge, boolean dry)
            throws IOException, InterruptedException {
        Registrar registrar = registrar(client);
        ConfigurationFile file = ConfigurationFile.read(registrar.file());
        if (!file.exists()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    client + " has no configuration: there is no " + file.path() + ".",
                    "From another file: strawboss import-servers FILE");
        }
        ClientServers source = new ClientServers(registrar.file(), file.text());
        Plan plan = plan(client, source, dry);
        Path record = record(client, records(client) + 1);
        if (plan.taken.isEmpty()) {
            return plan.outcome(file.path(), Optional.empty());
        }
        String after;
        try {
            // looked at before anything is written: the client must be able to lose its servers
            String bare = source.without(plan.taken.keySet());
            after = registrar.entry(bare).isPresent() ? bare : registrar.with(bare, bridge).text();
            if (dry) {
                return plan.outcome(file.path(), Optional.empty());
            }
            Map<String, String> added = plan.save();
            Path backup = file.backup(clock).orElseThrow();
            new ImportRecord(
                            file.path(),
                            backup,
                            ImportRecord.digest(after),
                            added,
                            plan.secrets.names())
                    .write(record);
            if (!file.replace(after, Optional.of(backup))) {
                throw new StrawbossException(
                        ErrorCode.ENVIRONMENT,
                        file.path() + " was changed by somebody else meanwhile.",
                        "Close " + client + ", then repeat; it still has its servers.");
            }
            return plan.outcome(file.path(), Optional.of(backup));
        } catch (StrawbossException | IOException failed) {
            Files.deleteIfExists(record);
            plan.forget(dry);
            throw failed;
        }
    }

    /// From any file in a known form, which stays as it is.
    Outcome copy(Path file, boolean dry) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is neither a client nor a file " + file + ".",
                    "Clients: " + String.join(", ", clients()));
        }
        Plan plan = plan("", new ClientServers(file, Files.readString(file)), dry);
        try {
            if (!dry) {
                var _ = plan.save();
            }
            return plan.outcome(file, Optional.empty());
        } catch (StrawbossException failed) {
            plan.forget(dry);
            throw failed;
        }
    }

    /// @return what it did not take back, in sentences
    List<String> undo(String client) throws IOException {
        Path last = record(client, records(client));
        ImportRecord record =
                ImportRecord.read(last)
                        .orElseThrow(() ->
                                new StrawbossException(
                                        ErrorCode.INVALID_INPUT,
                                        "Nothing was imported from " + client + ".",
                                        "strawboss upstreams list"));
        restore(record);
        List<String> kept = new ArrayList<>();
        Map<String, Map<String, Object>> now =
                new ClientServers(servers.file(), ownText()).entries();
        record.servers()
                .forEach((name, digest) -> {
                    Map<String, Object> entry = now.get(name);
                    if (entry != null && ImportRecord.digest(Json.write(entry)).equals(digest)) {
                        servers.remove(name);
                    } else if (entry != null) {
                        kept.add(name + " stays in " + servers.file() + ": it was changed since.");
                    }
                });
        String still = ownText();
        for (String secret : record.secrets()) {
            if (still.contains("secret:" + secret)) {
                kept.add("The secret " + secret + " stays: a server uses it.");
            } else {
                configuration.removeSecret(secret);
            }
        }
        Files.delete(last);
        return kept;
    }

    List<String> clients() {
        return installer.sources().stream().map(Registrar::client).toList();
    }

    private static void restore(ImportRecord record) throws IOException {
        Path file = record.file();
        boolean asLeft =
                Files.exists(file)
                        && ImportRecord.digest(Files.readAllBytes(file)).equals(record.after());
        if (!asLeft || !Files.exists(record.backup())) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file + " was changed since the import, so it is left alone.",
                    "As it was: " + record.backup());
        }
        Path next = file.resolveSibling("." + file.getFileName() + ".strawboss-undo");
        Files.copy(
                record.backup(),
                next,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Plan plan(String client, ClientServers source, boolean dry) throws IOException {
        Plan plan = new Plan(new KeptSecrets(configuration, dry));
        Map<String, Map<String, Object>> own =
                new ClientServers(servers.file(), ownText()).entries();
        source.entries()
                .forEach((name, entry) -> {
                    if (!name.equals(Registrar.SERVER)) {
                        plan.consider(client, name, entry, own);
                    }
                });
        return plan;
    }

    private String ownText() throws IOException {
        return Files.exists(servers.file()) ? Files.readString(servers.file()) : "";
    }

    private Registrar registrar(String client) {
        return installer.sources().stream()
                .filter(each -> each.client().equals(client))
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

    // One import after another is undone in reverse.
    private Path record(String client, int number) {
        return servers.file().resolveSibling("imports").resolve(client + "-" + number + ".json");
    }

    private int records(String client) {
        int number = 0;
        while (Files.exists(record(client, number + 1))) {
            number++;
        }
        return number;
    }

    /// What is to be done with each server.
    private final class Plan {
        private final KeptSecrets secrets;
        private final Map<String, String> taken = new LinkedHashMap<>();
        private final Map<String, String> refused = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> fresh = new LinkedHashMap<>();

        Plan(KeptSecrets secrets) {
            this.secrets = secrets;
        }

        void consider(
                String client,
                String name,
                Map<String, Object> raw,
                Map<String, Map<String, Object>> own) {
            try {
                Map<String, Object> entry = ImportedEntry.of(client, raw);
                servers.check(name, entry);
                String wanted = ImportedEntry.name(name);
                Map<String, Object> kept = Literals.kept(wanted, entry, secrets);
                String free = wanted;
                for (int i = 2; taken(free, own) && !kept.equals(own.get(free)); i++) {
                    free = wanted + "_" + i;
                }
                taken.put(name, free);
                if (!own.containsKey(free)) {
                    fresh.put(free, kept);
                }
            } catch (StrawbossException unfit) {
                refused.put(name, String.valueOf(unfit.getMessage()));
            }
        }

        private boolean taken(String name, Map<String, Map<String, Object>> own) {
            return own.containsKey(name) || fresh.containsKey(name);
        }

        /// @return digests of what was added, by name
        Map<String, String> save() {
            Map<String, String> added = new LinkedHashMap<>();
            fresh.forEach((name, entry) -> {
                servers.save(name, entry, false);
                added.put(name, ImportRecord.digest(Json.write(entry)));
            });
            return added;
        }

        void forget(boolean dry) {
            if (!dry) {
                fresh.keySet().forEach(servers::remove);
                secrets.names().forEach(configuration::removeSecret);
            }
        }

        Outcome outcome(Path file, Optional<Path> backup) {
            return new Outcome(file, taken, refused, secrets.names(), secrets.left(), backup);
        }
    }
}
