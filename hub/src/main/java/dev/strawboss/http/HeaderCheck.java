package dev.strawboss.http;

import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/// Whether the headers of a request of 2026-07-28 say what its body says. Whoever stands between
/// and decides by the headers must not be told other things than we are.
final class HeaderCheck {
    private static final String METHOD = "Mcp-Method";
    private static final String NAME = "Mcp-Name";
    private static final String PARAMETER = "Mcp-Param-";

    private final HttpFields headers;
    private final Request request;

    private HeaderCheck(HttpFields headers, Request request) {
        this.headers = headers;
        this.request = request;
    }

    /// @param mirrored of a tool by its name, which parameters are repeated in which headers
    static void check(
            HttpFields headers,
            Request request,
            Function<String, Map<List<String>, String>> mirrored)
            throws Refusal {
        HeaderCheck check = new HeaderCheck(headers, request);
        if (request.revision().isEmpty()) {
            return; // which is refused as it is
        }
        check.same(Exchange.VERSION, request.revision().get());
        if (!request.revision().get().equals(Modern.REVISION)) {
            return; // as well
        }
        check.same(METHOD, request.method());
        Optional<String> named = named(request);
        if (named.isPresent()) {
            check.same(NAME, named.get());
        } else if (headers.contains(NAME)) {
            throw mismatch("The header " + NAME + " has no counterpart in the body.");
        }
        if (request.method().equals("tools/call")) {
            Map<List<String>, String> names = mirrored.apply(request.string("name").orElse(""));
            for (Map.Entry<List<String>, String> each : names.entrySet()) {
                check.parameter(PARAMETER + each.getValue(), check.argument(each.getKey()));
            }
        }
    }

    /// What the name of a request is, of those that have one.
    private static Optional<String> named(Request request) {
        return switch (request.method()) {
            case "tools/call", "prompts/get" -> request.string("name");
            case "resources/read" -> request.string("uri");
            case "tasks/get", "tasks/update", "tasks/cancel" -> request.string("taskId");
            default -> Optional.empty();
        };
    }

    private @Nullable Object argument(List<String> path) {
        Object value = request.params().get("arguments");
        for (String name : path) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    private void parameter(String header, @Nullable Object value) throws Refusal {
        if (value instanceof Number number) {
            numeric(header, number);
        } else if (value instanceof String || value instanceof Boolean) {
            same(header, value.toString());
        } else if (headers.contains(header)) {
            throw mismatch("The header " + header + " has no counterpart in the body.");
        }
    }

    private void numeric(String header, Number value) throws Refusal {
        String text = single(header);
        try {
            if (new BigDecimal(text).compareTo(new BigDecimal(value.toString())) == 0) {
                return;
            }
        } catch (NumberFormatException none) {
            throw mismatch("The header " + header + " is no number.");
        }
        throw mismatch("The header " + header + " says another number than the body.");
    }

    private void same(String header, @Nullable String value) throws Refusal {
        if (!single(header).equals(value)) {
            throw mismatch("The header " + header + " says something else than the body.");
        }
    }

    private String single(String header) throws Refusal {
        List<String> values = headers.getValuesList(header);
        if (values.size() != 1) {
            throw mismatch(
                    "The header "
                            + header
                            + (values.isEmpty() ? " is missing." : " is there more than once."));
        }
        return HeaderValue.decoded(values.getFirst())
                .orElseThrow(() -> mismatch("The header " + header + " is malformed."));
    }

    private static Refusal mismatch(String sentence) {
        return new Refusal(Refusal.HEADER_MISMATCH, sentence);
    }
}
