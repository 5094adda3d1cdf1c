package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.strawboss.config.Section;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers in private homes, and a provider that takes the old tokens back with every new one.
class LoginsTest {
    private static final StateRule RULE =
            StateRule.of(
                    new Section(
                            "state",
                            Map.of(
                                    "login",
                                    Map.of(
                                            "file", ".cli/auth.json",
                                            "tokens", List.of("access", "refresh", "expires"),
                                            "age", "expires"))));
    private static final int CALLS = 12;

    @TempDir Path directory;
    private final RotatingTokens provider = new RotatingTokens();
    private final Logins logins = new Logins(Clock.systemUTC());
    private Path person;

    @BeforeEach
    void logIn() throws Exception {
        person = directory.resolve("person/.cli/auth.json");
        Files.createDirectories(person.getParent());
        Files.writeString(person, provider.login("me"));
    }

    @AfterEach
    void close() throws Exception {
        logins.close();
        provider.server.stop(0);
    }

    private PrivateHome home(String name) throws Exception {
        PrivateHome home =
                new PrivateHome(
                        directory.resolve(name),
                        RULE,
                        Map.of(
                                "HOME",
                                directory.resolve("person").toString(),
                                "PATH",
                                "/usr/bin:/bin"));
        logins.begin(home);
        return home;
    }

    @Test
    void twoWorkersWithARotatingTokenStayLoggedIn() throws Exception {
        List<PrivateHome> homes = List.of(home("one"), home("two"));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (PrivateHome home : homes) {
                ends.add(both.submit(() -> work(home.login().orElseThrow())));
            }
            for (Future<Boolean> end : ends) {
                assertThat(end.get(120, TimeUnit.SECONDS)).isTrue();
            }
        }
        for (PrivateHome home : homes) {
            assertThat(logins.end(home.directory(), Optional.empty())).isEmpty();
        }
        assertThat(provider.refreshed()).isGreaterThan(2);
        Map<String, Object> login = Json.parseObject(Files.readAllBytes(person));
        assertThat(login).containsEntry("refresh", provider.refresh()).containsEntry("user", "me");
    }

    /// As the CLIs do: a token that does not work is read anew from the file, and if it is still
    /// the same, a new one is asked for. The third call of each finds its token withdrawn.
    private boolean work(Path file) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
        Map<String, Object> login = read(file);
        int done = 0;
        while (done < CALLS && System.nanoTime() < deadline) {
            if (provider.call("/api", login.get("access")).statusCode() == 200) {
                done++;
                continue;
            }
            Map<String, Object> now = read(file);
            if (now.equals(login)) {
                HttpResponse<String> fresh = provider.call("/token", login.get("refresh"));
                if (fresh.statusCode() == 200) {
                    Path whole = Files.writeString(file.resolveSibling("new"), fresh.body());
                    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                }
                Thread.sleep(20); // as a client that is refused: not at once again
                now = read(file);
            }
            login = now;
        }
        return done == CALLS;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return Json.parseObject(Files.readAllBytes(file));
    }

    @Test
    void whoLoggedInAsSomebodyElseMeanwhileKeepsThat() throws Exception {
        PrivateHome home = home("one");
        Path file = home.login().orElseThrow();
        Files.writeString(person, provider.login("another"));
        String persons = Files.readString(person);
        Files.writeString(file, provider.login("me").replace("1000", "2000"));
        assertThat(logins.end(home.directory(), Optional.empty()).orElseThrow())
                .contains("somebody else is logged in meanwhile");
        assertThat(person).hasContent(persons);
        assertThat(file).doesNotExist();
    }

    /// Each token works four times; a refresh token once, and a new one withdraws the old access.
    private static final class RotatingTokens {
        private final HttpServer server;
        private final HttpClient client = HttpClient.newHttpClient();
        private int number = 1;
        private int uses;

        RotatingTokens() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/api", this::api);
            server.createContext("/token", this::token);
            server.start();
        }

        synchronized int refreshed() {
            return number;
        }

        synchronized String refresh() {
            return "r" + number;
        }

        synchronized String login(String user) {
            return Json.write(
                    Map.of(
                            "user",
                            user,
                            "access",
                            "a" + number,
                            "refresh",
                            "r" + number,
                            "expires",
                            1_000L * number));
        }

        private synchronized void api(HttpExchange exchange) throws IOException {
            boolean good = body(exchange).equals("a" + number) && uses++ < 4;
            answer(exchange, good ? 200 : 401, "");
        }

        private synchronized void token(HttpExchange exchange) throws IOException {
            boolean good = body(exchange).equals("r" + number);
            if (good) {
                number++;
                uses = 0;
            }
            answer(exchange, good ? 200 : 400, good ? login("me") : "");
        }

        private static String body(HttpExchange exchange) throws IOException {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        }

        private static void answer(HttpExchange exchange, int status, String text)
                throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        HttpResponse<String> call(String path, @Nullable Object token) throws Exception {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(token)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
