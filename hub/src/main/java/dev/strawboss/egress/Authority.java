package dev.strawboss.egress;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `host:port` as requests and lists write it.
///
/// @param host a name in lower case without a dot at its end, or an address
/// @param address the host, if it is written as an address
/// @param port 0 if none is named
record Authority(String host, Optional<InetAddress> address, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\[\\]:@/?#\\s%]+))(?::(\\d{1,5}))?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    // `127.1`, `2130706433` and `0x7f.1` are addresses to some resolvers and names to others.
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final int LONGEST = 253;

    /// Empty if it is none, or one that can be read in two ways.
    static Optional<Authority> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        if (port > 65_535 || (port == 0 && parts.group(3) != null)) {
            return Optional.empty();
        }
        return parts.group(1) == null ? host(parts.group(2), port) : literal(parts.group(1), port);
    }

    private static Optional<Authority> host(String text, int port) {
        if (DOTTED.matcher(text).matches()) {
            return literal(text, port);
        }
        String name;
        try {
            name = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) { // a label that cannot be one
            return Optional.empty();
        }
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        boolean good =
                host.length() <= LONGEST
                        && NAME.matcher(host).matches()
                        && !NUMERIC_END.matcher(host).matches();
        return good ? Optional.of(new Authority(host, Optional.empty(), port)) : Optional.empty();
    }

    private static Optional<Authority> literal(String text, int port) {
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            return Optional.of(new Authority(address.getHostAddress(), Optional.of(address), port));
        } catch (IllegalArgumentException _) { // such as 256.1.1.1
            return Optional.empty();
        }
    }

    /// With the port, as people write it.
    @Override
    public String toString() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return port == 0 ? shown : shown + ":" + port;
    }
}
