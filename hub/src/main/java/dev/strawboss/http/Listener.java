package dev.strawboss.http;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Jetty server on one port. Its few platform threads wait for connections; each request has a
/// virtual one.
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /// How long a connection may say nothing, and a client not read what is written to it.
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int MOST_CONNECTIONS = 2 * Throttle.MOST_OPEN;
    private static final int LONGEST_HEADERS = 16 << 10;

    private final Server server;
    private final ServerConnector connector;

    /// Listens from now on.
    ///
    /// @throws StrawbossException if the port is taken or the certificate does not fit
    Listener(HttpSettings settings, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(8, 4);
        threads.setName("http");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(task -> Threads.virtual("http request", task));
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, factories(settings));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(256);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setHandler(handler);
        server.setStopTimeout(0);
        try {
            connector.open();
        } catch (IOException e) {
            throw taken(settings, e);
        }
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The HTTP server could not start: " + e + ".",
                    "strawboss hub logs",
                    e);
        }
    }

    /// No new connections; those that are here go on.
    void stopAccepting() {
        connector.close();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.atWarn().setCause(e).log("Could not stop the HTTP server");
        }
    }

    private static ConnectionFactory[] factories(HttpSettings settings) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        HttpConnectionFactory plain = new HttpConnectionFactory(configuration);
        if (settings.tls().isEmpty()) {
            return new ConnectionFactory[] {plain};
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(Pem.keyStore(settings.tls().get()));
        tls.setKeyStorePassword("");
        return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
    }

    private static StrawbossException taken(HttpSettings settings, IOException cause) {
        return new StrawbossException(
                ErrorCode.ENVIRONMENT,
                "HTTP cannot listen on "
                        + settings.host()
                        + ", port "
                        + settings.port()
                        + ": "
                        + cause.getMessage()
                        + "."
                        + PortHolder.sentence(settings.port()),
                "End that program, or choose another port: strawboss config set http.port N",
                cause);
    }
}
