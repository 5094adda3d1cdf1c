package dev.strawboss.servers;

import dev.strawboss.config.Section;
import java.util.List;
import java.util.Optional;

/// What a server's `oauth` says, in either of the two spellings that are about. A key that is not
/// known is refused, for ignoring one leaves people with a login that fails.
final class LoginEntry {
    private static final List<String> KEYS =
            List.of(
                    "clientId",
                    "client_id",
                    "clientSecret",
                    "client_secret",
                    "clientMetadataUrl",
                    "client_metadata_url",
                    "scope",
                    "scopes",
                    "callbackPort",
                    "callback_port",
                    "internal");

    private LoginEntry() {}

    static Link.Login read(Section oauth) {
        oauth.allow(KEYS);
        long port =
                oauth.integer("callbackPort").or(() -> oauth.integer("callback_port")).orElse(0L);
        if (port < 0 || port > 65_535) {
            throw oauth.invalid("wants callbackPort to be 1 to 65535.");
        }
        List<String> scopes = oauth.strings("scopes");
        return new Link.Login(
                false,
                text(oauth, "clientId", "client_id"),
                text(oauth, "clientSecret", "client_secret"),
                text(oauth, "clientMetadataUrl", "client_metadata_url"),
                scopes.isEmpty() ? text(oauth, "scope", "scope") : String.join(" ", scopes),
                (int) port,
                oauth.strings("internal"));
    }

    private static String text(Section oauth, String key, String other) {
        Optional<String> value = oauth.string(key).or(() -> oauth.string(other));
        return value.orElse("");
    }
}
