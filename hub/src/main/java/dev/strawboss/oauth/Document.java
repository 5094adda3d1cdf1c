package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object that somebody else made.
///
/// @param host whose, for sentences
record Document(String host, Map<String, Object> values) {
    static Document parse(String host, String text) {
        try {
            return new Document(host, Json.parseObject(text));
        } catch (JsonException e) {
            throw new StrawbossException(
                    ErrorCode.UPSTREAM_FAILED,
                    host + " answers with something else than the JSON of OAuth.",
                    "Tell who runs it.",
                    e);
        }
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /// Empty if it is not there.
    Optional<URI> uri(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            throw wrong(name + " that is no address");
        }
    }

    StrawbossException wrong(String what) {
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                host + " describes its login with a " + what + ".",
                "Tell who runs it.");
    }
}
