package dev.strawboss.mcp;

import java.util.List;
import java.util.Optional;

/// What clients can read by URI.
public interface Resources {
    /// Those worth showing, in an order that does not change by itself.
    List<Description> list(Call call) throws InterruptedException;

    List<Template> templates();

    /// @return empty if there is none of that URI
    /// @throws dev.strawboss.errors.StrawbossException becomes an error of the request
    Optional<List<Contents>> read(Call call, String uri) throws InterruptedException;

    /// Runs `changed` whenever what [#read] says of the URI may be different, until closed. It must
    /// not block.
    Watch watch(String uri, Runnable changed);

    /// The same for [#list].
    Watch watchList(Runnable changed);

    /// Something that is being watched until closed.
    interface Watch extends AutoCloseable {
        /// Of what never changes.
        Watch NONE = () -> {};

        @Override
        void close();
    }

    /// @param mimeType empty if not known
    record Description(
            String uri, String name, String title, String description, String mimeType) {}

    /// @param uriTemplate RFC 6570
    /// @param mimeType empty if not known
    record Template(
            String uriTemplate, String name, String title, String description, String mimeType) {}

    /// What a resource, or a part of it, consists of.
    sealed interface Contents {
        String uri();

        String mimeType();

        record Text(String uri, String mimeType, String text) implements Contents {}

        /// @param base64 the bytes
        record Blob(String uri, String mimeType, String base64) implements Contents {}
    }
}
