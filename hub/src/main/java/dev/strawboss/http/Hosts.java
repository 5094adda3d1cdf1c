package dev.strawboss.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Under which names this server may be called and from which web pages: a page of a stranger whose
/// name was made to lead to this machine gives itself away by that name.
final class Hosts {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final Set<String> names = new HashSet<>();
    private final Set<String> origins = new HashSet<>();

    /// @param host where the server listens
    /// @param more origins and names of hosts that are allowed besides the loopback's
    Hosts(String host, List<String> more) {
        literal(host).filter(address -> !address.isAnyLocalAddress()).ifPresent(this::add);
        if (literal(host).isEmpty()) {
            names.add(lower(host));
        }
        for (String each : more) {
            if (each.contains("://")) {
                origin(each)
                        .ifPresent(origin -> {
                            origins.add(origin.toString());
                            names.add(origin.host());
                        });
            } else {
                names.add(lower(each));
            }
        }
    }

    private record Origin(String scheme, String host, int port) {
        @Override
        public String toString() {
            return scheme + "://" + host + ":" + port;
        }
    }

    /// Whether a `Host` header names this server; of the port nothing depends, since whoever leads
    /// a foreign name here cannot choose it.
    boolean allowed(String header) {
        return host(header).filter(this::ours).isPresent();
    }

    /// Whether an `Origin` header is that of a page that may call. The origin `null`, that of files
    /// and sandboxed frames, is anybody's.
    boolean allowedOrigin(String header) {
        return origin(header)
                .filter(origin ->
                        loopbackName(origin.host()) || origins.contains(origin.toString()))
                .isPresent();
    }

    /// Whether a configured entry can be one.
    static boolean fits(String entry) {
        return entry.contains("://")
                ? origin(entry).isPresent()
                : host(entry).filter(name -> name.equals(lower(entry))).isPresent();
    }

    /// Whether nothing but this machine reaches the address.
    static boolean loopback(String host) {
        return lower(host).equals("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private boolean ours(String name) {
        return loopbackName(name) || names.contains(name);
    }

    private static boolean loopbackName(String name) {
        if (name.equals("localhost") || name.equals("127.0.0.1")) {
            return true;
        }
        return name.startsWith("[")
                && literal(name.substring(1, name.length() - 1))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private void add(InetAddress address) {
        names.add(
                address instanceof Inet6Address
                        ? "[" + address.getHostAddress() + "]"
                        : address.getHostAddress());
    }

    /// The host of `host[:port]` in lower case, an IPv6 address in its full form in brackets; empty
    /// if it is neither.
    private static Optional<String> host(String header) {
        if (header.startsWith("[")) {
            int end = header.indexOf(']');
            return end > 0 && port(header.substring(end + 1))
                    ? six(header.substring(1, end))
                    : Optional.empty();
        }
        int colon = header.indexOf(':');
        String name = colon < 0 ? header : header.substring(0, colon);
        return NAME.matcher(name).matches() && port(header.substring(name.length()))
                ? Optional.of(lower(name))
                : Optional.empty();
    }

    private static boolean port(String rest) {
        return rest.isEmpty()
                || (rest.startsWith(":")
                        && PORT.matcher(rest.substring(1)).matches()
                        && Integer.parseInt(rest.substring(1)) <= 65_535);
    }

    private static Optional<String> six(String text) {
        if (text.indexOf('%') >= 0 || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        return literal(text).map(address -> "[" + address.getHostAddress() + "]");
    }

    private static Optional<Origin> origin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = lower(String.valueOf(uri.getScheme()));
            boolean web = scheme.equals("http") || scheme.equals("https");
            String authority = uri.getRawAuthority();
            if (!web || authority == null || !text.endsWith("://" + authority)) {
                return Optional.empty();
            }
            int usual = scheme.equals("https") ? 443 : 80;
            return host(authority)
                    .map(name ->
                            new Origin(scheme, name, uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /// An address in figures, without asking any name server.
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(
                    text.indexOf(':') >= 0
                            ? Inet6Address.ofLiteral(text)
                            : Inet4Address.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
