package dev.strawboss.oauth;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Addresses;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.servers.Link;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.Authorization;
import dev.strawboss.upstream.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Logs in at upstream servers and keeps the logins.
public final class OAuth {
    private final Servers servers;
    private final Grants grants;
    private final Addresses addresses;
    private final Clock clock;
    // One for each: a setup that has not changed is to be equal to what it was.
    private final Map<Address, Authorization> authorizations = new ConcurrentHashMap<>();

    private record Address(String server, URI url, Link.Login login) {}

    /// @param configuration where logins and secrets are kept
    public OAuth(Servers servers, Configuration configuration, Addresses addresses, Clock clock) {
        this.servers = servers;
        this.grants = new Grants(configuration);
        this.addresses = addresses;
        this.clock = clock;
    }

    /// How it stands with a login.
    public enum Standing {
        NONE,
        GOOD,
        EXPIRED,
        /// The upstream wants more than was granted.
        WANTS_MORE
    }

    public Standing standing(String server) {
        Optional<Grant> grant = grants.find(server);
        if (grant.isEmpty() || grants.secret(server, Grants.Kept.ACCESS).isEmpty()) {
            return Standing.NONE;
        }
        if (!grant.get().wanted().isEmpty()) {
            return Standing.WANTS_MORE;
        }
        boolean over = clock.instant().isAfter(grant.get().expires());
        return over && grants.secret(server, Grants.Kept.REFRESH).isEmpty()
                ? Standing.EXPIRED
                : Standing.GOOD;
    }

    /// What requests to a server are sent with. A header `Authorization` of the configuration goes
    /// before a login.
    public Authorization authorization(Server server) {
        if (!(server.link() instanceof Link.Remote remote)
                || remote.login().off()
                || remote.headers().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals("authorization"))) {
            return Authorization.NONE;
        }
        URI url = url(server);
        Address address = new Address(server.name(), url, remote.login());
        return authorizations.computeIfAbsent(
                address,
                _ ->
                        new TokenAuthorization(
                                server.name(), grants, () -> wire(url, remote.login()), clock));
    }

    /// Begins a login: asks the server how, and registers if need be.
    ///
    /// @param scope asked for besides what the server wants, words with blanks between
    /// @throws StrawbossException with [ErrorCode#UPSTREAM_FAILED] if there is no way
    public Login begin(Server server, String scope, Callback callback) throws InterruptedException {
        Link.Login login = login(server);
        URI url = url(server);
        Wire wire = wire(url, login);
        Discovery.Found found = new Discovery(wire, url).find(grants.asked(server.name()));
        String secret = servers.resolved(server, login.clientSecret());
        // A client that registered itself is one only where it did and for the address it told,
        // whose port is new each time: so it does with every login.
        Client client = Client.at(found.server(), login, secret, callback.address(), wire);
        return new Login(
                found, client, callback.address(), scope(server, found, login, scope), wire);
    }

    /// Waits until the person is back, and keeps the login.
    ///
    /// @throws StrawbossException if nobody comes in time, or what comes is not right
    public void finish(Server server, Login login, Callback callback, Duration patience)
            throws InterruptedException {
        String redirect =
                callback.answer(patience)
                        .orElseThrow(() ->
                                new StrawbossException(
                                        ErrorCode.TIMED_OUT,
                                        "Nobody came back from the login.",
                                        "strawboss upstreams login " + server.name()));
        String code = login.code(redirect);
        Tokens tokens = login.tokens(code, clock.instant());
        var _ =
                grants.alone(
                        server.name(),
                        () -> {
                            grants.save(
                                    server.name(),
                                    login.grant(tokens),
                                    tokens,
                                    login.clientSecret());
                            return true;
                        });
    }

    /// @return whether there was a login
    public boolean logout(String server) {
        return grants.alone(server, () -> grants.remove(server));
    }

    /// What a person configured; else what was granted, what the server wants, and what it asked
    /// for since.
    private String scope(Server server, Discovery.Found found, Link.Login login, String more) {
        List<String> all = new ArrayList<>();
        Optional<Grant> grant =
                grants.find(server.name())
                        .filter(known -> known.issuer().equals(found.server().issuer()));
        if (login.scope().isEmpty()) {
            all.add(found.scope());
            grant.filter(known -> !known.wanted().isEmpty())
                    .ifPresent(known -> all.addAll(List.of(known.scope(), known.wanted())));
        } else {
            all.add(login.scope());
        }
        all.add(more);
        Set<String> words = new LinkedHashSet<>();
        all.forEach(text -> words.addAll(List.of(text.strip().split("\\s+"))));
        words.remove("");
        if (!words.isEmpty() && found.server().scopes().contains("offline_access")) {
            words.add("offline_access"); // else the login ends with its first token
        }
        return String.join(" ", words);
    }

    private Wire wire(URI url, Link.Login login) {
        return new Wire(new Reach(addresses, url, login.internal()));
    }

    private URI url(Server server) {
        if (servers.target(server) instanceof Target.Http http) {
            return http.url();
        }
        throw noLogin(server.name() + " is a program of this machine, which needs no login.");
    }

    private static Link.Login login(Server server) {
        if (server.link() instanceof Link.Remote remote && !remote.login().off()) {
            return remote.login();
        }
        throw noLogin(server.name() + " is configured without a login.");
    }

    private static StrawbossException noLogin(String sentence) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT, sentence, "strawboss upstreams list");
    }
}
