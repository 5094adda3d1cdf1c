package dev.strawboss.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Where hosts are, and what kind of address that is: for who connects to what somebody else named.
/// Whoever asks connects to the address that was looked at.
public final class Addresses {
    private static final String LOCALHOST = "localhost";

    private final Resolver resolver;

    private Addresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /// As this machine resolves names.
    public static Addresses ofTheSystem() {
        return new Addresses(new SystemResolver());
    }

    /// Empty if there is no such host.
    ///
    /// @param host a name or an address, IPv6 in brackets or without
    public List<InetAddress> of(String host) throws InterruptedException {
        Optional<Authority> authority =
                Authority.parse(
                        host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
        if (authority.isEmpty()) {
            return List.of();
        }
        if (authority.get().address().isPresent()) {
            return List.of(authority.get().address().get());
        }
        String name = authority.get().host();
        // Some name servers answer what is to be this machine.
        return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)
                ? List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"))
                : resolver.addresses(name);
    }

    /// What it is instead, in words, if it is no address of the public internet.
    public static Optional<String> notPublic(InetAddress address) {
        return Reserved.kind(address);
    }

    /// Whether it is where clouds hand out credentials: never to be asked for anybody.
    public static boolean givesCredentials(InetAddress address) {
        return Reserved.kind(address).filter(Reserved.CLOUD::equals).isPresent();
    }
}
