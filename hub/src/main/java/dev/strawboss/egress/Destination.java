package dev.strawboss.egress;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.net.InetAddress;
import java.util.Set;

/// One entry of a list of what a job may reach: `api.example.org`, `*.example.org:8443`,
/// `192.0.2.7:443`. Without a port it means 443 and 80.
public sealed interface Destination {
    /// The ports of an entry that names none.
    Set<Integer> USUAL_PORTS = Set.of(80, 443);

    /// A host by its name.
    ///
    /// @param host lower-case, without a dot at its end
    /// @param below whether every name below it is meant, and not itself
    /// @param port 0 if none is named
    record Name(String host, boolean below, int port) implements Destination {}

    /// A host by its address. Only with a port it may be an address that is not public.
    ///
    /// @param port 0 if none is named
    record Address(InetAddress address, int port) implements Destination {}

    /// 0 if none is named.
    int port();

    /// @throws StrawbossException with [ErrorCode#INVALID_INPUT] if it is none
    static Destination parse(String text) {
        boolean below = text.startsWith("*.");
        Authority authority =
                Authority.parse(below ? text.substring(2) : text).orElseThrow(() -> invalid(text));
        if (authority.address().isPresent()) {
            if (below) {
                throw invalid(text);
            }
            return new Address(authority.address().get(), authority.port());
        }
        return new Name(authority.host(), below, authority.port());
    }

    /// Whether this entry means the port.
    default boolean means(int wanted) {
        return port() == wanted || (port() == 0 && USUAL_PORTS.contains(wanted));
    }

    private static StrawbossException invalid(String text) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "\"" + text.strip() + "\" is no host that a job may reach.",
                "Write api.example.org, *.example.org:8443 or 127.0.0.1:11434.");
    }
}
