package dev.strawboss.main;

import dev.strawboss.cli.Session;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.oauth.Callback;
import dev.strawboss.oauth.Login;
import dev.strawboss.oauth.OAuth;
import dev.strawboss.servers.Link;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss upstreams login`: a browser on this machine comes back by itself; from another one
/// the address it ends at is pasted.
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = "Log in at one by OAuth: open the address that is printed in a browser.")
final class LoginCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(LoginCommand.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Servers servers;
    private final OAuth oauth;
    private final Session session;

    @Parameters(paramLabel = "NAME")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "Ask for this too, words with blanks between.")
    private String scope = "";

    LoginCommand(Servers servers, OAuth oauth, Session session) {
        this.servers = servers;
        this.oauth = oauth;
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Server server = servers.server(name);
        int port = server.link() instanceof Link.Remote remote ? remote.login().callbackPort() : 0;
        try (Callback callback = Callback.open(port)) {
            Login login = oauth.begin(server, scope, callback);
            session.tell("open this address in a browser:");
            session.out().println(login.address());
            session.out().flush();
            session.tell("is the browser on another machine? Then paste the address it ends at:");
            // A pipe or terminal is read natively: not on a virtual thread.
            var _ = Threads.platform("pasted address", () -> paste(callback));
            oauth.finish(server, login, callback, PATIENCE);
        }
        session.tell("logged in at " + name);
        return 0;
    }

    private void paste(Callback callback) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    callback.paste(line);
                }
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("Standard input cannot be read");
        }
    }
}
