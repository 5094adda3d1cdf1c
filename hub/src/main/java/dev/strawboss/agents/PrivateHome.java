package dev.strawboss.agents;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A home directory for one job of one agent. It begins with what [StateRule] names of the person's
/// and is the worker's own then: what it writes there (hooks, MCP servers, settings) is seen by
/// nobody else. It stays as long as the job, so that its session can go on; only the login is taken
/// out when the worker has ended.
///
/// @param directory `home`, and beside it, out of the worker's reach, the login as it was given
/// @param hub the hub's environment: the person's
record PrivateHome(Path directory, StateRule rule, Map<String, String> hub) {
    private static final long LARGEST = 1 << 20;

    Path home() {
        return directory.resolve("home");
    }

    Path given() {
        return directory.resolve("login");
    }

    /// Whether a login was given to it and not yet taken out.
    boolean hasLogin() {
        return Files.exists(given());
    }

    /// Where the worker has the login.
    Optional<Path> login() {
        return rule.login().map(login -> home().resolve(login.file()));
    }

    /// An environment in which programs find this home and no other.
    Map<String, String> in(Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>(environment);
        own.keySet()
                .removeIf(name -> name.startsWith("XDG_") || rule.variables().containsKey(name));
        own.put("HOME", home().toString());
        return own;
    }

    /// Makes it, or brings the login of one that is there up to date.
    void seed() throws IOException, InterruptedException {
        var closed =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, closed);
        if (!Files.isDirectory(home(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(home(), closed);
            for (String file : rule.seed()) {
                copy(file);
            }
            for (Map.Entry<String, List<String>> file : rule.members().entrySet()) {
                copyMembers(file.getKey(), file.getValue());
            }
            if (rule.login().isEmpty()) {
                for (Map.Entry<String, String> file : rule.keyFiles().entrySet()) {
                    put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            identity();
        }
        Files.deleteIfExists(given());
        if (rule.login().isPresent()) {
            String file = rule.login().get().file();
            Path persons = rule.persons(file, hub);
            if (readable(persons)) {
                byte[] login = Files.readAllBytes(persons);
                Files.write(given(), login);
                Files.setPosixFilePermissions(
                        given(), PosixFilePermissions.fromString("rw-------"));
                put(file, login);
            }
        }
    }

    private static boolean readable(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LARGEST;
    }

    private void put(String file, byte[] bytes) throws IOException {
        HomeEdit.makeFolder(home(), Path.of(file));
        HomeEdit.write(home(), Path.of(file), bytes);
    }

    private void copy(String file) throws IOException {
        Path from = rule.persons(file, hub);
        if (readable(from)) {
            put(file, Files.readAllBytes(from));
        }
    }

    private void copyMembers(String file, List<String> names) throws IOException {
        Path from = rule.persons(file, hub);
        if (!readable(from)) {
            return;
        }
        Map<String, Object> all;
        try {
            all = Json.parseObject(Files.readAllBytes(from));
        } catch (JsonException _) { // a CLI may allow comments; nothing is taken then
            return;
        }
        Map<String, Object> taken = new LinkedHashMap<>();
        for (String name : names) {
            Object value = LoginRule.at(all, name);
            if (value != null) {
                LoginRule.put(taken, name, value);
            }
        }
        put(file, Json.writeBytes(taken));
    }

    /// Without a name git refuses to commit; the rest of the person's configuration may execute.
    private void identity() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("[user]\n");
        for (String key : List.of("name", "email")) {
            Outcome outcome =
                    Processes.run(
                            Command.of(
                                    home(), hub, List.of("git", "config", "--get", "user." + key)));
            if (outcome instanceof Outcome.Ended(var status, var stdout, _) && status == 0) {
                String value = new String(stdout.bytes(), StandardCharsets.UTF_8).strip();
                String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
                text.append('\t').append(key).append(" = \"").append(quoted).append("\"\n");
            }
        }
        put(".gitconfig", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Takes the login out, when nobody works with it any more.
    void forget() throws IOException {
        if (rule.login().isPresent()) {
            HomeEdit.delete(home(), Path.of(rule.login().get().file()));
        }
        Files.deleteIfExists(HomeEdit.held(home()));
        Files.deleteIfExists(given());
    }

    /// The login as the worker has it now.
    Optional<byte[]> worked() throws IOException {
        return rule.login().isEmpty()
                ? Optional.empty()
                : HomeEdit.read(home(), Path.of(rule.login().get().file()), LARGEST);
    }
}
