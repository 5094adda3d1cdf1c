package dev.strawboss.config;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.config.Keyring.Unreachable;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Secrets in the file and in the keyring. A file beside names those in the keyring, so that a
/// person without one never waits for it; a value is asked for once, until that file changes. What
/// stands in the file of secrets goes before.
final class KeptSecrets {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Path index;
    private final Supplier<Path> file;
    private final Keyring keyring;
    private final Reread<Known> known;

    KeptSecrets(Path directory, Supplier<Path> file, Keyring keyring) {
        this.index = directory.resolve("secrets.keyring");
        this.file = file;
        this.keyring = keyring;
        this.known = new Reread<>(index, path -> new Known(names(path), keyring));
    }

    /// What was asked for since the names last changed.
    private static final class Known {
        private final List<String> names;
        private final Keyring keyring;
        private final Lock lock = new Lock();
        private final Map<String, Optional<String>> values = new HashMap<>();
        private Optional<String> failure = Optional.empty();
        private long failedAt;

        Known(List<String> names, Keyring keyring) {
            this.names = names;
            this.keyring = keyring;
        }

        Optional<String> value(String name) throws Unreachable {
            if (!names.contains(name)) {
                return Optional.empty();
            }
            try (var _ = lock.hold()) {
                Optional<String> value = values.get(name);
                if (value != null) {
                    return value;
                }
                if (failure.isPresent() && System.nanoTime() - failedAt < PATIENCE_NANOS) {
                    throw new Unreachable(failure.get());
                }
                try {
                    Optional<String> found = keyring.lookUp(name);
                    values.put(name, found);
                    return found;
                } catch (Unreachable away) {
                    if (Thread.currentThread().isInterrupted()) { // it says nothing of the keyring
                        throw away;
                    }
                    failure = Optional.of(away.why());
                    failedAt = System.nanoTime();
                    throw away;
                }
            }
        }
    }

    Optional<String> value(String name) {
        Optional<String> filed = Optional.ofNullable(Secrets.read(file.get()).get(name));
        if (filed.isPresent()) {
            return filed;
        }
        try {
            return known.value().value(name);
        } catch (Unreachable away) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The secret "
                            + name
                            + " is in the keyring, which this process cannot use: "
                            + away.why()
                            + ".",
                    "Start the hub in your desktop session (strawboss hub stop; strawboss status), or"
                            + " keep it in the file: strawboss config set secrets_in file;"
                            + " strawboss secret set "
                            + name,
                    away);
        }
    }

    /// All values that can be had now.
    Collection<String> values() {
        List<String> values = new ArrayList<>();
        try {
            values.addAll(Secrets.read(file.get()).values());
        } catch (StrawbossException _) { // problems() says it; no job gets one of them either
            values.clear();
        }
        for (String name : known.value().names) {
            try {
                known.value().value(name).ifPresent(values::add);
            } catch (Unreachable _) { // no job gets it then
                break;
            }
        }
        return values;
    }

    /// Where each is, by its name.
    Map<String, SecretPlace> places() {
        Map<String, SecretPlace> places = new LinkedHashMap<>();
        Secrets.read(file.get()).keySet().forEach(name -> places.put(name, SecretPlace.FILE));
        known.value().names.forEach(name -> places.putIfAbsent(name, SecretPlace.KEYRING));
        return places;
    }

    /// Keeps one, and takes it out of the other place.
    ///
    /// @return where, for people
    String save(SecretPlace place, String name, String value) {
        Secrets.check(name, value);
        if (place == SecretPlace.FILE) {
            return file(name, value, "");
        }
        try {
            keyring.store(name, value);
            if (!keyring.lookUp(name).equals(Optional.of(value))) {
                throw new Unreachable("it does not give back what it got");
            }
        } catch (Unreachable away) {
            if (place == SecretPlace.AUTO) {
                return file(name, value, ", since there is no keyring: " + away.why());
            }
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The keyring cannot be used: " + away.why() + ".",
                    "Unlock it, or keep secrets in a file: strawboss config set secrets_in file",
                    away);
        }
        List<String> names = new ArrayList<>(names(index));
        names.remove(name);
        names.add(name);
        write(names);
        var _ = Secrets.remove(file.get(), name);
        return keyring.name();
    }

    private String file(String name, String value, String why) {
        Secrets.write(file.get(), name, value);
        var _ = forget(name);
        return file.get() + why;
    }

    /// @return whether it was anywhere
    boolean remove(String name) {
        boolean filed = Secrets.remove(file.get(), name);
        return forget(name) || filed;
    }

    /// What the keyring still has of that name, when it cannot be reached, is not used any more.
    private boolean forget(String name) {
        List<String> names = new ArrayList<>(names(index));
        if (!names.remove(name)) {
            return false;
        }
        write(names);
        try {
            keyring.remove(name);
            return true;
        } catch (Unreachable away) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The secret "
                            + name
                            + " is not used any more, but still in the keyring, which cannot be used: "
                            + away.why()
                            + ".",
                    "Take it out with the keyring's own program; it is called \"Strawboss "
                            + name
                            + "\".",
                    away);
        }
    }

    /// Whether the keyring answers.
    ///
    /// @return why not, as a part of a sentence
    Optional<String> unreachable() {
        try {
            var _ = keyring.lookUp("STRAWBOSS_TRIES_THE_KEYRING");
            return Optional.empty();
        } catch (Unreachable away) {
            return Optional.of(away.why());
        }
    }

    String keyringName() {
        return keyring.name();
    }

    private static List<String> names(Path index) {
        try {
            return Files.exists(index)
                    ? List.copyOf(new TreeSet<>(Files.readAllLines(index)))
                    : List.of();
        } catch (IOException failed) {
            throw unreadable(index, failed);
        }
    }

    private void write(List<String> names) {
        try {
            AtomicFile.write(index, String.join("\n", names) + (names.isEmpty() ? "" : "\n"));
        } catch (IOException failed) {
            throw Edits.unwritable(index, failed);
        }
    }

    private static StrawbossException unreadable(Path index, IOException failed) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                "The names of secrets in "
                        + index
                        + " cannot be read: "
                        + failed.getClass().getSimpleName()
                        + ".",
                "ls -l '" + index + "'",
                failed);
    }
}
