package dev.strawboss.upstream;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one connection, whatever it takes to find out how the server speaks.
final class Connector {
    private static final Set<Integer> MAY_BE_OLDER = Set.of(400, 404, 405);

    private final String name;
    private final Setup setup;
    private final Means means;
    private final Changes changes;
    private final long end;

    /// @param changes heard from as soon as the connection is made
    Connector(String name, Setup setup, Means means, Changes changes) {
        this.name = name;
        this.setup = setup;
        this.means = means;
        this.changes = changes;
        this.end = System.nanoTime() + setup.start().toNanos();
    }

    /// No connection, for the want of a login.
    static final class LoginNeeded extends Exception {
        private static final long serialVersionUID = 1L;

        private final Login login;

        LoginNeeded(Login login) {
            super("a login is needed");
            this.login = login;
        }

        Login login() {
            return login;
        }
    }

    /// @throws StrawbossException `upstream_failed`
    Connected connect() throws InterruptedException, LoginNeeded {
        return switch (setup.target()) {
            case Target.Stdio stdio -> stdio(stdio, false);
            case Target.Http http -> http.legacySse() ? sse(http) : http(http);
        };
    }

    private Connected stdio(Target.Stdio target, boolean legacy)
            throws InterruptedException, LoginNeeded {
        Connection connection = connection();
        try {
            connection.over(new StdioTransport(name, target, connection, means));
        } catch (IOException e) {
            connection.close();
            throw new StrawbossException(
                    ErrorCode.UPSTREAM_FAILED,
                    "Server "
                            + name
                            + " cannot be started: "
                            + target
                            + ": "
                            + e.getMessage()
                            + ".",
                    "Is the program installed? command -v " + target,
                    e);
        }
        Connected connected = over(connection, null, legacy);
        // some servers end on anything but `initialize`
        return connected == null ? stdio(target, true) : connected;
    }

    private Connected http(Target.Http target) throws InterruptedException, LoginNeeded {
        Connection connection = connection();
        HttpTransport transport =
                new HttpTransport(name, sender(target), connection, means.memory());
        connection.over(transport);
        return Objects.requireNonNull(over(connection, transport, false));
    }

    private Connected sse(Target.Http target) throws InterruptedException, LoginNeeded {
        Connection connection = connection();
        connection.over(new SseTransport(sender(target), connection, means.memory()));
        return Objects.requireNonNull(over(connection, null, true));
    }

    /// @return null if a process went away without a word on the modern request
    private @Nullable Connected over(
            Connection connection, @Nullable HttpTransport http, boolean legacy)
            throws InterruptedException, LoginNeeded {
        Handshake handshake = new Handshake(connection, setup.start(), end);
        boolean done = false;
        try {
            Identity identity = legacy ? handshake.legacy() : handshake.begin();
            if (identity != null) {
                Connected connected = connected(connection, identity, http != null);
                done = true;
                return connected;
            }
        } finally {
            if (!done) {
                connection.close();
            }
        }
        Handshake.Unanswered unanswered = handshake.unanswered();
        if (connection.login().isPresent()) {
            throw new LoginNeeded(connection.login().get());
        }
        if (http != null
                && MAY_BE_OLDER.contains(unanswered.status())
                && setup.target() instanceof Target.Http target) {
            return older(target, connection, unanswered);
        }
        if (http == null && unanswered.silent()) {
            return null;
        }
        throw failed(connection, unanswered.reply());
    }

    /// The transport of 2024-11-05; if that is not spoken either, what was said first counts.
    private Connected older(Target.Http target, Connection connection, Handshake.Unanswered first)
            throws InterruptedException, LoginNeeded {
        try {
            return sse(target);
        } catch (StrawbossException e) {
            StrawbossException failed = failed(connection, first.reply());
            failed.addSuppressed(e);
            throw failed;
        }
    }

    private Connected connected(Connection connection, Identity identity, boolean http) {
        boolean modern = identity.era() == Identity.Era.MODERN;
        if (modern) {
            Subscription.open(connection, identity);
        }
        return new Connected(name, connection, identity, http && modern, setup.start());
    }

    private StrawbossException failed(Connection connection, Reply reply) {
        return switch (connection.named("connecting", reply)) {
            case Reply.Failed(String sentence, String hint, _) ->
                    new StrawbossException(ErrorCode.UPSTREAM_FAILED, sentence, hint);
            case Reply.Refused(int code, String message, _) ->
                    new StrawbossException(
                            ErrorCode.UPSTREAM_FAILED,
                            "Server "
                                    + name
                                    + " refuses to connect: "
                                    + message
                                    + " ("
                                    + code
                                    + ").",
                            connection.hint());
            case Reply.Result _ -> throw new IllegalStateException("it is connected");
        };
    }

    private Connection connection() {
        return new Connection(name, setup.scope() == Setup.Scope.CLIENT, means.client(), changes);
    }

    private HttpSender sender(Target.Http target) {
        return new HttpSender(means.http(), target, setup.authorization());
    }
}
