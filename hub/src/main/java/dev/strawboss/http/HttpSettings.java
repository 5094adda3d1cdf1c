package dev.strawboss.http;

import dev.strawboss.config.Key;
import dev.strawboss.config.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `config.yaml` says under `http`.
///
/// @param origins web origins (`https://desk.example.com`) and names of hosts that are allowed
///   besides the loopback's
/// @param rate requests of one token in a second; for a moment ten times as many
/// @param streams answers and streams that one token may have open
public record HttpSettings(
        boolean enabled,
        String host,
        int port,
        Optional<Tls> tls,
        boolean plain,
        List<String> origins,
        int rate,
        int streams) {
    /// PEM files: the certificate with its chain, and its key.
    public record Tls(Path certificate, Path key) {}

    private static final HttpSettings OFF =
            new HttpSettings(
                    false, "127.0.0.1", 7717, Optional.empty(), false, List.of(), 1_000, 256);

    public static final Key<HttpSettings> KEY =
            new Key<>("http", "MCP over HTTP; docs/http.md.", OFF, HttpSettings::read);

    public HttpSettings {
        origins = List.copyOf(origins);
    }

    private static HttpSettings read(Section section, String key) {
        Section http =
                section.section(key)
                        .allow(
                                Set.of(
                                        "enabled",
                                        "host",
                                        "port",
                                        "tls_certificate",
                                        "tls_key",
                                        "plain",
                                        "origins",
                                        "rate",
                                        "streams"));
        HttpSettings settings =
                new HttpSettings(
                        http.bool("enabled").orElse(OFF.enabled),
                        http.string("host").orElse(OFF.host),
                        number(http, "port", 1, 65_535, OFF.port),
                        tls(http),
                        http.bool("plain").orElse(OFF.plain),
                        http.strings("origins"),
                        number(http, "rate", 1, 1_000_000, OFF.rate),
                        number(http, "streams", 1, 1_000, OFF.streams));
        for (String origin : settings.origins) {
            if (!Hosts.fits(origin)) {
                throw http.invalid(
                        "wants origins to be such as https://desk.example.com or desk.example.com.");
            }
        }
        if (!settings.open()) {
            throw http.invalid(
                    "wants tls_certificate and tls_key, or plain: true, for the host "
                            + settings.host
                            + ", for what is sent to it can be read on its way.");
        }
        return settings;
    }

    /// Whether what is sent stays on this machine, is encrypted, or need not be.
    private boolean open() {
        return Hosts.loopback(host) || tls.isPresent() || plain;
    }

    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (tls.isPresent() ? "https://" : "http://") + name + ":" + port + "/mcp";
    }

    /// For people: what holds, in one line.
    @Override
    public String toString() {
        return enabled ? "on, " + url() : "off";
    }

    private static Optional<Tls> tls(Section http) {
        Optional<Path> certificate = http.string("tls_certificate").map(Path::of);
        Optional<Path> key = http.string("tls_key").map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw http.invalid("wants both tls_certificate and tls_key, or neither.");
        }
        for (Path file : List.of(certificate.orElse(Path.of("/")), key.orElse(Path.of("/")))) {
            if (!file.isAbsolute()) {
                throw http.invalid("wants the whole path of " + file + ".");
            }
        }
        return certificate.map(file -> new Tls(file, key.orElseThrow()));
    }

    private static int number(Section http, String key, int least, int most, int usual) {
        long value = http.integer(key).orElse((long) usual);
        if (value < least || value > most) {
            throw http.invalid(
                    "wants " + key + " to be " + least + " to " + most + ", not " + value + ".");
        }
        return (int) value;
    }
}
