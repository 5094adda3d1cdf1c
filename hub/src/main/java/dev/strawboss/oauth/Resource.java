package dev.strawboss.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// What a token is for (RFC 8707): one server, or all below a path of it.
final class Resource {
    private Resource() {}

    /// Whether an address belongs to a resource: same scheme, host and port, and a path at or
    /// below.
    static boolean covers(String resource, URI uri) {
        try {
            URI named = new URI(resource);
            if (named.getHost() == null
                    || uri.getHost() == null
                    || named.getRawUserInfo() != null) {
                return false;
            }
            String path = slashed(named.getRawPath());
            return origin(named).equals(origin(uri)) && slashed(uri.getRawPath()).startsWith(path);
        } catch (URISyntaxException _) { // then it covers nothing
            return false;
        }
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String slashed(@org.jspecify.annotations.Nullable String path) {
        String text = path == null || path.isEmpty() ? "/" : path;
        return text.endsWith("/") ? text : text + "/";
    }
}
