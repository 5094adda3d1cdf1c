package dev.strawboss.config;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a person configured. Every question looks whether the files changed since, so that nothing
/// has to be started again. A file that is wrong is a [Problem] and counts as absent; the other
/// files work on.
public final class Configuration {
    /// How many jobs run at once.
    public static final Key<Integer> SLOTS =
            new Key<>(
                    "slots",
                    "How many jobs run at once.",
                    Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                    (section, key) -> between(section, key, 1, 1_000));

    /// How many jobs of one project run at once, unless the project's file says otherwise; 0: no
    /// limit.
    public static final Key<Integer> PROJECT_LIMIT =
            new Key<>(
                    "project_limit",
                    "How many jobs of one project run at once; 0: as many as there are slots.",
                    0,
                    (section, key) -> between(section, key, 0, 1_000));

    /// The same of one agent.
    public static final Key<Integer> AGENT_LIMIT =
            new Key<>(
                    "agent_limit",
                    "How many jobs of one agent run at once; 0: as many as there are slots.",
                    0,
                    (section, key) -> between(section, key, 0, 1_000));

    /// Added to the hub's environment, over what the login shell says.
    public static final Key<Map<String, String>> ENVIRONMENT =
            new Key<>(
                    "environment",
                    "Added to the hub's environment.",
                    Map.of(),
                    (section, key) -> Environments.checked(section, key));

    /// Relative to the configuration directory.
    public static final Key<String> SECRETS_FILE =
            new Key<>(
                    "secrets_file",
                    "The file of secrets, NAME=value; mode 0600.",
                    "secrets.env",
                    (section, key) -> section.string(key).orElseThrow());

    /// Where `strawboss secret set` keeps what it is given.
    public static final Key<SecretPlace> SECRETS_IN =
            new Key<>(
                    "secrets_in",
                    "Where new secrets are kept: auto (in the keyring if there is one), keyring, file.",
                    SecretPlace.AUTO,
                    (section, key) -> {
                        String name = section.string(key).orElseThrow();
                        return SecretPlace.of(name)
                                .orElseThrow(() ->
                                        section.invalid(
                                                "wants "
                                                        + key
                                                        + " to be auto, keyring or file, not "
                                                        + Shown.text(name, 60)
                                                        + "."));
                    });

    /// Larger files that a job leaves are kept beside it and not committed.
    public static final Key<Long> LARGE_FILE =
            new Key<>(
                    "large_file",
                    "Larger files that a job leaves are kept beside it and not committed.",
                    50L << 20,
                    (section, key) -> size(section, key));

    private sealed interface Text {
        record Good(Section section) implements Text {}

        record Bad(Problem problem) implements Text {}
    }

    private final Path directory;
    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private final Reread<Text> settings;
    private final KeptSecrets secrets;
    private final Map<Path, Reread<Text>> entries = new ConcurrentHashMap<>();

    /// @param directory need not exist
    /// @param features the keys of `config.yaml` that features declare, besides this class's own
    public Configuration(Path directory, List<Key<?>> features) {
        this(directory, features, Keyring.none("it was not looked for"));
    }

    /// @param keyring where secrets may be kept besides the file
    public Configuration(Path directory, List<Key<?>> features, Keyring keyring) {
        this.directory = directory.toAbsolutePath();
        List.of(
                        SLOTS,
                        PROJECT_LIMIT,
                        AGENT_LIMIT,
                        ENVIRONMENT,
                        SECRETS_FILE,
                        SECRETS_IN,
                        LARGE_FILE)
                .forEach(key -> keys.put(key.name(), key));
        features.forEach(key -> keys.put(key.name(), key));
        this.settings = new Reread<>(this.directory.resolve("config.yaml"), this::read);
        this.secrets = new KeptSecrets(this.directory, this::secretsFile, keyring);
    }

    public Path directory() {
        return directory;
    }

    /// All keys that `config.yaml` may have, for documentation.
    public List<Key<?>> keys() {
        return List.copyOf(keys.values());
    }

    /// What `config.yaml` says, or the key's fallback.
    public <T> T value(Key<T> key) {
        if (settings.value() instanceof Text.Good(var section) && section.has(key.name())) {
            try {
                return key.reader().apply(section, key.name());
            } catch (StrawbossException _) { // problems() says it
                return key.fallback();
            }
        }
        return key.fallback();
    }

    /// The same for what must not be guessed, such as what protects somebody.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if what the file says cannot be
    ///   read
    public <T> T certainly(Key<T> key) {
        return switch (settings.value()) {
            case Text.Good(var section) when section.has(key.name()) ->
                    key.reader().apply(section, key.name());
            case Text.Good _ -> key.fallback();
            case Text.Bad(var problem) ->
                    throw new StrawbossException(
                            ErrorCode.CONFIGURATION,
                            problem.sentence(),
                            "Correct " + settingsFile() + ".");
        };
    }

    /// The value of a secret by its name.
    ///
    /// @throws StrawbossException if the file of secrets is open to others or malformed, or the
    ///   keyring that has it cannot be used
    public Optional<String> secret(String name) {
        return secrets.value(name);
    }

    /// Keeps a secret in the keyring or the file, as [#SECRETS_IN] says.
    ///
    /// @return where, for people
    /// @throws StrawbossException if the name or the value does not fit into a line
    public String saveSecret(String name, String value) {
        return secrets.save(certainly(SECRETS_IN), name, value);
    }

    /// @return whether it was there
    public boolean removeSecret(String name) {
        return secrets.remove(name);
    }

    /// Where each secret is kept, by its name: in the order of the file, then those of the keyring.
    public Map<String, SecretPlace> secretPlaces() {
        return secrets.places();
    }

    /// Where a new secret would be kept, for people.
    public String newSecretsPlace() {
        SecretPlace place = certainly(SECRETS_IN);
        Optional<String> why = place == SecretPlace.FILE ? Optional.empty() : secrets.unreachable();
        if (place == SecretPlace.FILE) {
            return secretsFile().toString();
        }
        if (why.isEmpty()) {
            return secrets.keyringName();
        }
        return place == SecretPlace.AUTO
                ? secretsFile() + " (no keyring: " + why.get() + ")"
                : "nowhere, since there is no keyring: " + why.get();
    }

    /// The values of all secrets that a job can get now, for taking them out of what is shown.
    public Collection<String> secretValues() {
        return secrets.values();
    }

    /// Where secrets are kept; need not exist.
    public Path secretsFile() {
        return directory.resolve(value(SECRETS_FILE));
    }

    /// The readable files of a folder, by name.
    public List<Entry> entries(Folder folder) {
        List<Entry> good = new ArrayList<>();
        for (Path file : files(folder)) {
            if (text(file) instanceof Text.Good(var section)) {
                good.add(new Entry(name(file), section));
            }
        }
        return good;
    }

    /// One entry, without a look at the others.
    ///
    /// @return empty if there is none
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if its file cannot be read
    public Optional<Entry> entry(Folder folder, String name) {
        if (!Names.wellFormed(name) || !Files.exists(file(folder, name))) {
            return Optional.empty();
        }
        Path file = file(folder, name);
        return switch (text(file)) {
            case Text.Good(var section) -> Optional.of(new Entry(name, section));
            case Text.Bad(var problem) ->
                    throw new StrawbossException(
                            ErrorCode.CONFIGURATION, problem.sentence(), "Correct " + file + ".");
        };
    }

    /// The names of a folder's files, readable or not.
    public List<String> names(Folder folder) {
        return files(folder).stream().map(Configuration::name).toList();
    }

    /// The names of a folder's files that cannot be read; [#problems] says why.
    public List<String> unreadable(Folder folder) {
        return files(folder).stream()
                .filter(file -> text(file) instanceof Text.Bad)
                .map(Configuration::name)
                .toList();
    }

    /// Writes one entry. In a file that a person commented only what differs is changed.
    ///
    /// @param values strings, numbers, booleans, lists and maps of these
    /// @throws StrawbossException if that cannot be done without touching a comment
    public void save(Folder folder, String name, Map<String, Object> values) {
        new Edits(file(folder, Names.require(folder.noun(), name))).become(values);
    }

    /// Changes one key of `config.yaml` and leaves everything else as it is written.
    ///
    /// @param path a declared key, and names below it where it holds names and values
    /// @throws StrawbossException if there is no such key, the value does not fit, or the file is
    ///   written in a way that cannot be changed safely
    public void set(List<String> path, Object value) {
        Key<?> key = key(path.getFirst());
        Edits edits = new Edits(settingsFile());
        String after = edits.set(path, value);
        Section section = parse("config.yaml", after);
        var _ = key.reader().apply(section, key.name());
        edits.write(after);
    }

    /// The same for taking a key out, so that its default holds.
    ///
    /// @return whether it was there
    public boolean unset(List<String> path) {
        Edits edits = new Edits(settingsFile());
        return edits.write(edits.unset(path));
    }

    /// What holds for a key, and why.
    public Setting setting(String name) {
        Key<?> key = key(name);
        boolean given =
                settings.value() instanceof Text.Good(var section) && section.has(key.name());
        boolean wrong = given && problems().stream().anyMatch(problem -> concerns(problem, name));
        return new Setting(
                name,
                key.description(),
                value(key),
                key.fallback(),
                given,
                wrong,
                given ? Edits.line(settingsFile(), name) : 0,
                settingsFile());
    }

    private boolean concerns(Problem problem, String name) {
        return problem.file().equals(settingsFile())
                && problem.sentence().contains(" " + name + " ");
    }

    private Key<?> key(String name) {
        Key<?> key = keys.get(name);
        if (key == null) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "config.yaml has no key \""
                            + Shown.text(name, 60)
                            + "\"."
                            + Suggestion.sentence(name, keys.keySet()),
                    "Known keys: " + String.join(", ", keys.keySet()) + ".");
        }
        return key;
    }

    private Path settingsFile() {
        return directory.resolve("config.yaml");
    }

    /// @return whether there was such an entry
    public boolean remove(Folder folder, String name) {
        Path file = file(folder, Names.require(folder.noun(), name));
        try {
            boolean existed = Files.exists(file);
            AtomicFile.delete(file);
            entries.remove(file);
            return existed;
        } catch (NoSuchFileException _) { // not even the folder
            return false;
        } catch (IOException failed) {
            throw Edits.unwritable(file, failed);
        }
    }

    /// The file of an entry; need not exist.
    public Path file(Folder folder, String name) {
        return directory.resolve(folder.directory()).resolve(name + ".yaml");
    }

    /// Another file of the configuration directory, such as `catalog.yaml`; empty when absent or
    /// malformed.
    public Section document(String name) {
        return switch (text(directory.resolve(name))) {
            case Text.Good(var section) -> section;
            case Text.Bad _ -> new Section(name, Map.of());
        };
    }

    /// A text in the form of the files, such as a built-in resource.
    ///
    /// @param where how sentences name it
    public static Section parse(String where, String text) {
        try {
            return new Section(where, YamlText.read(text));
        } catch (YamlText.Unreadable unreadable) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    where + " " + unreadable.getMessage(),
                    "Correct " + where + ".",
                    unreadable);
        }
    }

    /// Everything that is wrong with the files themselves; what their values mean is for the
    /// features to judge.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Path file = directory.resolve("config.yaml");
        switch (settings.value()) {
            case Text.Bad(var problem) -> problems.add(problem);
            case Text.Good(var section) -> checkSettings(file, section, problems);
        }
        List<Path> others = new ArrayList<>(List.of(directory.resolve("catalog.yaml")));
        List.of(Folder.values()).forEach(folder -> others.addAll(files(folder)));
        for (Path entry : others) {
            if (text(entry) instanceof Text.Bad(var problem)) {
                problems.add(problem);
            }
        }
        try {
            Secrets.read(secretsFile());
        } catch (StrawbossException bad) {
            problems.add(new Problem(secretsFile(), bad.getMessage() + " " + bad.hint()));
        }
        return problems;
    }

    private void checkSettings(Path file, Section section, List<Problem> problems) {
        for (String given : section.values().keySet()) {
            Key<?> key = keys.get(given);
            if (key == null) {
                problems.add(
                        new Problem(
                                file,
                                "config.yaml has an unknown key \""
                                        + Shown.text(given, 60)
                                        + "\"."
                                        + Suggestion.sentence(given, keys.keySet())));
            } else if (section.has(given)) {
                try {
                    var _ = key.reader().apply(section, given);
                } catch (StrawbossException bad) {
                    problems.add(new Problem(file, String.valueOf(bad.getMessage())));
                }
            }
        }
    }

    private Text text(Path file) {
        return entries.computeIfAbsent(file, path -> new Reread<>(path, this::read)).value();
    }

    private Text read(Path file) {
        String where = directory.relativize(file).toString();
        try {
            return new Text.Good(new Section(where, YamlText.read(Files.readString(file))));
        } catch (NoSuchFileException _) {
            return new Text.Good(new Section(where, Map.of()));
        } catch (YamlText.Unreadable unreadable) {
            return bad(file, where + " " + unreadable.getMessage());
        } catch (MalformedInputException _) {
            return bad(file, where + " is not UTF-8 text.");
        } catch (IOException failed) {
            return bad(file, where + " cannot be read: " + failed.getClass().getSimpleName() + ".");
        }
    }

    private static Text bad(Path file, String sentence) {
        return new Text.Bad(new Problem(file, sentence));
    }

    private List<Path> files(Folder folder) {
        List<Path> files = new ArrayList<>();
        Path parent = directory.resolve(folder.directory());
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, "*.yaml")) {
            for (Path file : found) {
                if (Names.wellFormed(name(file))) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException _) { // nothing registered yet
            return List.of();
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    parent + " cannot be read: " + failed.getClass().getSimpleName() + ".",
                    "ls -la '" + parent + "'",
                    failed);
        }
        files.sort(null);
        return files;
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".yaml".length());
    }

    /// A reader of sizes such as `50MB`.
    public static long size(Section section, String key) {
        String text = section.string(key).orElseThrow();
        return Sizes.parse(text)
                .orElseThrow(() ->
                        section.invalid(
                                "wants "
                                        + key
                                        + " to be a size such as 50MB, not "
                                        + Shown.text(text, 60)
                                        + "."));
    }

    private static int between(Section section, String key, int least, int most) {
        long value = section.integer(key).orElseThrow();
        if (value < least || value > most) {
            throw section.invalid(
                    "wants " + key + " to be " + least + " to " + most + ", not " + value + ".");
        }
        return (int) value;
    }

    /// A reader for [Key]s that are durations.
    public static Duration duration(Section section, String key) {
        return section.duration(key).orElseThrow();
    }
}
