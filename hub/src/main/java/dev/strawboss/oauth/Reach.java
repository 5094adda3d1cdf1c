package dev.strawboss.oauth;

import dev.strawboss.egress.Addresses;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which addresses a login at one upstream may lead to: public ones over https; those of this
/// machine or network only if the upstream itself is at one of that kind, or a person named the
/// host. Otherwise a server on the internet could have the hub ask inside. A name is resolved once,
/// for all that this object is asked, and what is connected to is the address that was looked at: a
/// name that changes its mind gains nothing.
final class Reach {
    private final Addresses addresses;
    private final Set<String> internal = new HashSet<>();
    private final URI upstream;
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();

    /// @param internal hosts that may be at addresses that are not public
    Reach(Addresses addresses, URI upstream, List<String> internal) {
        this.addresses = addresses;
        this.upstream = upstream;
        internal.forEach(host -> this.internal.add(host.toLowerCase(Locale.ROOT)));
    }

    /// @throws StrawbossException with [ErrorCode#UPSTREAM_FAILED] if nothing there may be asked
    InetSocketAddress address(URI uri) throws InterruptedException {
        String host = uri.getHost();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (host == null || (!plain && !scheme.equals("https")) || uri.getRawUserInfo() != null) {
            throw refused("an address that is no https:// address of a host");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : plain ? 80 : 443;
        List<InetAddress> found = resolved(host);
        if (found.isEmpty()) {
            throw refused(host + ", which does not exist");
        }
        Set<String> kinds = kinds();
        for (InetAddress address : found) {
            String kind = Addresses.notPublic(address).orElse("");
            boolean allowed =
                    kind.isEmpty() ? !plain : kinds.contains(kind) || named(host, address);
            if (allowed && !Addresses.givesCredentials(address)) {
                return new InetSocketAddress(address, port);
            }
        }
        String kind = Addresses.notPublic(found.getFirst()).orElse("");
        throw refused(
                kind.isEmpty()
                        ? host + " without TLS"
                        : host + " at " + found.getFirst().getHostAddress() + ", " + kind);
    }

    private boolean named(String host, InetAddress address) {
        return internal.contains(host.toLowerCase(Locale.ROOT))
                || internal.contains(address.getHostAddress());
    }

    // One public address among them makes it a server of the internet.
    private Set<String> kinds() throws InterruptedException {
        Set<String> kinds = new HashSet<>();
        String own = upstream.getHost();
        if (own != null) {
            for (InetAddress address : resolved(own)) {
                kinds.add(Addresses.notPublic(address).orElse(""));
            }
        }
        return kinds.contains("") ? Set.of() : kinds;
    }

    private List<InetAddress> resolved(String host) throws InterruptedException {
        List<InetAddress> before = known.get(host);
        if (before != null) {
            return before;
        }
        List<InetAddress> found = addresses.of(host);
        List<InetAddress> other = known.putIfAbsent(host, found);
        return other == null ? found : other;
    }

    private StrawbossException refused(String what) {
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                "The login of " + upstream.getHost() + " leads to " + what + ".",
                "If it is yours and meant to be there, name the host below oauth, internal, of the"
                        + " server in servers.json.");
    }
}
