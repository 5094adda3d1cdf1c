package dev.strawboss.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Requests to one server: its configured headers, its login, and redirects as far as they stay
/// with it. Credentials go to no other origin.
final class HttpSender {
    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_LOGINS = 2;

    /// A person has to act before anything can be sent.
    static final class LoginNeeded extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean expired;

        LoginNeeded(boolean expired) {
            super(expired ? "wants a new login" : "wants a login");
            this.expired = expired;
        }

        boolean expired() {
            return expired;
        }
    }

    /// The server will have none of it, and says no more than a status.
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String what) {
            super(what);
        }
    }

    private final Supplier<HttpClient> http;
    private final Target.Http target;
    private final Authorization authorization;

    HttpSender(Supplier<HttpClient> http, Target.Http target, Authorization authorization) {
        this.http = http;
        this.target = target;
        this.authorization = authorization;
    }

    URI url() {
        return target.url();
    }

    /// @param headers in addition; a null body is none
    /// @param timeout until the response begins; null for no limit
    HttpResponse<InputStream> send(
            String method,
            URI url,
            Map<String, String> headers,
            byte @Nullable [] body,
            @Nullable Duration timeout)
            throws IOException, InterruptedException {
        URI at = url;
        int redirects = 0;
        int logins = 0;
        while (true) {
            Optional<String> token = authorization.header(at);
            HttpRequest request = request(method, at, headers, body, timeout, token);
            HttpResponse<InputStream> response =
                    http.get().send(request, HttpResponse.BodyHandlers.ofInputStream());
            int status = response.statusCode();
            if (status == 401 || status == 403) {
                if (!login(response, token.isPresent(), logins++)) {
                    return response;
                }
            } else if (status == 307 || status == 308) {
                response.body().close();
                at = redirected(at, response, redirects++);
            } else {
                return response;
            }
        }
    }

    /// @return whether to send it again; false if what the server says is to be shown
    private boolean login(HttpResponse<InputStream> response, boolean sent, int logins)
            throws IOException, InterruptedException {
        Authorization.Challenge challenge =
                new Authorization.Challenge(
                        response.uri(),
                        response.statusCode(),
                        response.headers().allValues("WWW-Authenticate"),
                        sent);
        if (response.statusCode() == 403 && challenge.wanted().isEmpty()) {
            return false;
        }
        Authorization.Verdict verdict =
                logins < MOST_LOGINS
                        ? authorization.challenged(challenge)
                        : new Authorization.Verdict.Refused("still refuses after two logins");
        response.body().close();
        switch (verdict) {
            case Authorization.Verdict.Again _ -> {
                return true;
            }
            case Authorization.Verdict.NeedsLogin _ -> throw new LoginNeeded(false);
            case Authorization.Verdict.Expired _ -> throw new LoginNeeded(true);
            case Authorization.Verdict.Refused(String sentence) -> throw new Refused(sentence);
        }
    }

    private static URI redirected(URI from, HttpResponse<InputStream> response, int redirects)
            throws IOException {
        String location = response.headers().firstValue("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Refused("redirects to something that is no address");
        }
        if (redirects >= MOST_REDIRECTS || !sameOrigin(from, to)) {
            throw new Refused(
                    "redirects to "
                            + to.getScheme()
                            + "://"
                            + to.getAuthority()
                            + to.getPath()
                            + ", where nothing is sent: configure that address if it is meant");
        }
        return to;
    }

    static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && port(one) == port(other)
                && other.getRawUserInfo() == null;
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private HttpRequest request(
            String method,
            URI url,
            Map<String, String> headers,
            byte @Nullable [] body,
            @Nullable Duration timeout,
            Optional<String> token)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        // without TLS, asking for HTTP/2 needs a header that some servers refuse
                        .version(
                                "https".equals(url.getScheme())
                                        ? HttpClient.Version.HTTP_2
                                        : HttpClient.Version.HTTP_1_1)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (timeout != null) {
            request.timeout(timeout);
        }
        token.ifPresent(value -> request.setHeader("Authorization", value));
        for (Map.Entry<String, String> each : target.headers().entrySet()) {
            try {
                request.setHeader(each.getKey(), each.getValue());
            } catch (IllegalArgumentException e) {
                throw new Refused("cannot be sent the configured header " + each.getKey());
            }
        }
        headers.forEach(request::setHeader);
        return request.build();
    }
}
