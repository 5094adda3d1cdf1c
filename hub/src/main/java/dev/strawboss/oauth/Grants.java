package dev.strawboss.oauth;

import dev.strawboss.config.AtomicFile;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Exclusive;
import dev.strawboss.config.Names;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where logins are kept: what is secret in the secret store, each token by itself so that it is
/// taken out of everything that is shown; the rest in `oauth/NAME.json`.
final class Grants {
    private final Configuration configuration;

    Grants(Configuration configuration) {
        this.configuration = configuration;
    }

    /// What is kept of one server.
    enum Kept {
        ACCESS,
        REFRESH,
        CLIENT
    }

    /// What `work` returns, while no other thread or process works on that server's login.
    <T> T alone(String server, Supplier<T> work) {
        return Exclusive.changing(file(server), work);
    }

    Optional<Grant> find(String server) {
        Path file = file(server);
        try {
            return Files.exists(file)
                    ? Optional.of(Grant.parse(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException | JsonException | DateTimeException | StrawbossException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The login at " + server + " cannot be read from " + file + ".",
                    "strawboss upstreams logout " + server,
                    e);
        }
    }

    /// What the server last asked for with a refusal, for the login to come.
    Bearer asked(String server) {
        Path file = askedFile(server);
        try {
            if (!Files.exists(file)) {
                return Bearer.NOTHING;
            }
            Document document = Document.parse(server, Files.readString(file));
            return new Bearer(document.text("resource_metadata"), document.text("scope"), "");
        } catch (IOException | StrawbossException _) { // then it is asked again
            return Bearer.NOTHING;
        }
    }

    void ask(String server, Bearer bearer) {
        if (bearer.equals(Bearer.NOTHING) || asked(server).equals(bearer)) {
            return;
        }
        try {
            AtomicFile.write(
                    askedFile(server),
                    Json.write(
                                    Map.of(
                                            "resource_metadata",
                                            bearer.metadata(),
                                            "scope",
                                            bearer.scope()))
                            + "\n");
        } catch (IOException e) {
            throw unwritable(server, e);
        }
    }

    String secret(String server, Kept kept) {
        return configuration.secret(name(server, kept)).orElse("");
    }

    /// Tokens first: without its token a grant is of no use, and a token without a grant is never
    /// sent.
    void save(String server, Grant grant, Tokens tokens, String clientSecret) {
        keep(server, Kept.ACCESS, tokens.access());
        keep(server, Kept.REFRESH, tokens.refresh());
        keep(server, Kept.CLIENT, clientSecret);
        write(server, grant);
    }

    void write(String server, Grant grant) {
        try {
            AtomicFile.write(file(server), grant.write());
        } catch (IOException e) {
            throw unwritable(server, e);
        }
    }

    /// @return whether there was one
    boolean remove(String server) {
        boolean there = Files.exists(file(server));
        for (Kept kept : Kept.values()) {
            there |= configuration.removeSecret(name(server, kept));
        }
        try {
            Files.deleteIfExists(file(server));
            Files.deleteIfExists(askedFile(server));
        } catch (IOException e) {
            throw unwritable(server, e);
        }
        return there;
    }

    private void keep(String server, Kept kept, String value) {
        String name = name(server, kept);
        if (value.isEmpty()) {
            var _ = configuration.removeSecret(name);
        } else {
            configuration.saveSecret(name, value);
        }
    }

    // No server has that name: one does not begin with a dot.
    private Path askedFile(String server) {
        return file(server).resolveSibling("." + Names.require("server", server) + ".asked.json");
    }

    private Path file(String server) {
        return configuration
                .directory()
                .resolve("oauth")
                .resolve(Names.require("server", server) + ".json");
    }

    private static StrawbossException unwritable(String server, IOException cause) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                "The login at " + server + " cannot be kept: " + cause + ".",
                "Look whether the disk is full, then try again.",
                cause);
    }

    /// Names may differ in what a secret's name cannot hold, so a digest makes them differ.
    private static String name(String server, Kept kept) {
        String words = server.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return "OAUTH_" + words + "_" + digest(server) + "_" + kept + "_TOKEN";
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
