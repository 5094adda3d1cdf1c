package dev.strawboss.oauth;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.upstream.Authorization;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the token of one server's login to what it was made for and to nothing else, and renews it
/// before it ends.
final class TokenAuthorization implements Authorization {
    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthorization.class);
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final String server;
    private final Grants grants;
    private final Supplier<Wire> wire;
    private final Clock clock;

    /// @param wire a new one for every renewal, for addresses change
    TokenAuthorization(String server, Grants grants, Supplier<Wire> wire, Clock clock) {
        this.server = server;
        this.grants = grants;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public Optional<String> header(URI url) throws InterruptedException {
        Optional<Grant> grant = grants.find(server);
        if (grant.isEmpty() || !Resource.covers(grant.get().resource(), url)) {
            return Optional.empty();
        }
        if (isOver(grant.get())) {
            var _ = renew(this::isOver);
        }
        return token().map(token -> "Bearer " + token);
    }

    @Override
    public Verdict challenged(Challenge challenge) throws InterruptedException {
        Optional<Grant> grant = grants.find(server);
        Bearer bearer = Bearer.of(challenge.wanted());
        if (grant.isEmpty() || token().isEmpty()) {
            grants.ask(server, new Bearer(bearer.metadata(), bearer.scope(), ""));
            return new Verdict.NeedsLogin();
        }
        if (!Resource.covers(grant.get().resource(), challenge.url())) {
            return new Verdict.Refused(
                    "The login at "
                            + server
                            + " is for another address than "
                            + challenge.url().getHost()
                            + ".");
        }
        if (challenge.status() == 403) {
            return bearer.error().equals("insufficient_scope")
                    ? wanting(bearer.scope())
                    : new Verdict.Refused(
                            server + " says that this login may not do that (status 403).");
        }
        String refused = challenge.sent() ? token().orElse("") : "";
        return renew(_ -> grants.secret(server, Grants.Kept.ACCESS).equals(refused))
                ? new Verdict.Again()
                : new Verdict.Expired();
    }

    private Verdict wanting(String scope) {
        if (scope.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e ]{1,2000}")) { // RFC 6749 section 3.3
            var _ =
                    grants.alone(
                            server,
                            () -> {
                                grants.find(server)
                                        .ifPresent(grant ->
                                                grants.write(server, grant.wanting(scope)));
                                return true;
                            });
        }
        return new Verdict.NeedsLogin();
    }

    private Optional<String> token() {
        return Optional.of(grants.secret(server, Grants.Kept.ACCESS))
                .filter(token -> !token.isEmpty());
    }

    private boolean isOver(Grant grant) {
        return !grant.expires().equals(Instant.MAX)
                && clock.instant().isAfter(grant.expires().minus(AHEAD));
    }

    /// Whether there is now a token that may do: renewed here, or meanwhile by somebody else.
    ///
    /// @param needed looked at again while nobody else renews
    private boolean renew(Predicate<Grant> needed) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return grants.alone(server, () -> renewed(needed));
    }

    private boolean renewed(Predicate<Grant> needed) {
        Grant grant = grants.find(server).orElse(null);
        String refresh = grants.secret(server, Grants.Kept.REFRESH);
        if (grant == null) {
            return false;
        }
        if (!needed.test(grant)) {
            return true;
        }
        if (refresh.isEmpty()) {
            return false;
        }
        String secret = grants.secret(server, Grants.Kept.CLIENT);
        Client client = new Client(grant.client(), secret, grant.method());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        form.put("resource", grant.resource());
        try {
            Tokens tokens = Tokens.ask(wire.get(), grant.token(), client, form, clock.instant());
            String next = tokens.refresh().isEmpty() ? refresh : tokens.refresh();
            Tokens kept = new Tokens(tokens.access(), next, tokens.expires(), tokens.scope());
            grants.save(server, grant.renewed(kept), kept, secret);
            return true;
        } catch (Tokens.Gone | StrawbossException e) {
            LOG.atWarn().log("The login at {} is not renewed: {}", server, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
