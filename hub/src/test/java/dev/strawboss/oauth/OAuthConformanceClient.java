package dev.strawboss.oauth;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Addresses;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.CallContext;
import dev.strawboss.upstream.Reply;
import dev.strawboss.upstream.Setup;
import dev.strawboss.upstream.Upstreams;
import dev.strawboss.upstream.Watcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the official conformance suite starts for its scenarios about logging in: our client, our
/// OAuth, and a person who says yes to everything.
final class OAuthConformanceClient {
    private static final int MOST_LOGINS = 3;
    private static final CallContext CONTEXT = CallContext.alone(Duration.ofSeconds(20));

    private final OAuth oauth;
    private final Server server;
    private final Setup setup;
    private final Upstreams upstreams;
    private int logins;

    private OAuthConformanceClient(OAuth oauth, Server server, Setup setup, Upstreams upstreams) {
        this.oauth = oauth;
        this.server = server;
        this.setup = setup;
        this.upstreams = upstreams;
    }

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("oauth-conformance");
        Configuration configuration = new Configuration(directory, List.of());
        Servers servers = new Servers(directory, Map::of, configuration::secret);
        servers.save("peer", entry(args[args.length - 1]), false);
        OAuth oauth = new OAuth(servers, configuration, Addresses.ofTheSystem(), Clock.systemUTC());
        Server server = servers.server("peer");
        try (Upstreams upstreams =
                new Upstreams(directory, "1", Clock.systemUTC(), Watcher.NOBODY)) {
            Setup setup =
                    new Setup(
                            servers.target(server),
                            Setup.Scope.SHARED,
                            false,
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20),
                            oauth.authorization(server));
            upstreams.configure(Map.of("peer", setup));
            new OAuthConformanceClient(oauth, server, setup, upstreams).run();
        }
        System.exit(0);
    }

    private static Map<String, Object> entry(String url) {
        Map<String, Object> context =
                Json.parseObject(System.getenv().getOrDefault("MCP_CONFORMANCE_CONTEXT", "{}"));
        Map<String, Object> login = new LinkedHashMap<>();
        login.put("clientMetadataUrl", "https://conformance-test.local/client-metadata.json");
        if (context.get("client_id") instanceof String id) {
            login.put("clientId", id);
        }
        if (context.get("client_secret") instanceof String secret) {
            login.put("clientSecret", secret);
        }
        return Map.of("url", url, "oauth", login);
    }

    private void run() throws Exception {
        // A second time, for what changes between two calls.
        for (int i = 0; i < 2; i++) {
            for (Map<String, Object> tool : tools()) {
                call(String.valueOf(tool.get("name")));
            }
        }
    }

    private List<Map<String, Object>> tools() throws Exception {
        while (true) {
            try {
                return upstreams.of("peer", "").tools();
            } catch (StrawbossException refused) {
                logInOr(String.valueOf(refused.getMessage()));
            }
        }
    }

    private void call(String tool) throws Exception {
        while (true) {
            Reply reply = upstreams.of("peer", "").call(tool, Map.of(), CONTEXT);
            if (reply instanceof Reply.Result) {
                return;
            }
            logInOr(reply.toString());
        }
    }

    /// As a browser would, whose person says yes.
    private void logInOr(String failure) throws Exception {
        if (logins++ >= MOST_LOGINS) {
            throw new IllegalStateException("still refused after " + MOST_LOGINS + ": " + failure);
        }
        System.err.println("login after: " + failure);
        try (Callback callback = Callback.open(0);
                HttpClient browser = HttpClient.newHttpClient()) {
            Login login = oauth.begin(server, "", callback);
            URI address = login.address();
            HttpResponse<Void> sent =
                    browser.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.discarding());
            callback.paste(sent.headers().firstValue("Location").orElseThrow());
            oauth.finish(server, login, callback, Duration.ofSeconds(20));
        }
        upstreams.configure(Map.of()); // a connection of before the login is of no use
        upstreams.configure(Map.of("peer", setup));
    }
}
