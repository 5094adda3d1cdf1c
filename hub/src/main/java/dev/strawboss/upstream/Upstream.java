package dev.strawboss.upstream;

import java.util.List;
import java.util.Map;

/// One server, connected or not. Every method that needs a connection makes it first. All of them
/// end within the patience of the context, or of the configuration, and may be interrupted.
///
/// Definitions and results are what the server sent, untouched, and as little to be trusted.
public interface Upstream extends AutoCloseable {
    String name();

    UpstreamState state();

    /// @throws dev.strawboss.errors.StrawbossException `upstream_failed` with what is wrong and
    ///   what to do; so do all that follow
    Identity identity() throws InterruptedException;

    /// All pages; empty if the server has none of the kind.
    List<Map<String, Object>> tools() throws InterruptedException;

    List<Map<String, Object>> resources() throws InterruptedException;

    List<Map<String, Object>> resourceTemplates() throws InterruptedException;

    List<Map<String, Object>> prompts() throws InterruptedException;

    /// `tools/call`. Never throws for what the server does.
    Reply call(String tool, Map<String, Object> arguments, CallContext context)
            throws InterruptedException;

    /// `resources/read`.
    Reply read(String uri, CallContext context) throws InterruptedException;

    /// `prompts/get`.
    Reply prompt(String prompt, Map<String, String> arguments, CallContext context)
            throws InterruptedException;

    /// `completion/complete`.
    ///
    /// @param params `ref`, `argument` and, if there is one, `context`
    Reply complete(Map<String, Object> params, CallContext context) throws InterruptedException;

    /// Ends the connection, and the process with all its children. Requests under way fail; the
    /// next one connects again.
    @Override
    void close();
}
