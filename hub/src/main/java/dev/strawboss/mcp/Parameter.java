package dev.strawboss.mcp;

import java.util.List;
import java.util.Optional;

/// One parameter of a tool: its schema, its check and its command-line form come from here.
///
/// @param description empty if the name says it all
/// @param values the allowed words, for an enumeration; else empty
/// @param header under which an HTTP client repeats it, as `Mcp-Param-` and this; else empty
public record Parameter(
        String name,
        Type type,
        String description,
        boolean required,
        List<String> values,
        Optional<Object> fallback,
        String header) {
    /// The JSON types a parameter can have.
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        STRINGS,
        OBJECT
    }

    public Parameter {
        values = List.copyOf(values);
    }

    public static Parameter string(String name, String description) {
        return new Parameter(
                name, Type.STRING, description, false, List.of(), Optional.empty(), "");
    }

    public static Parameter integer(String name, String description) {
        return new Parameter(
                name, Type.INTEGER, description, false, List.of(), Optional.empty(), "");
    }

    public static Parameter bool(String name, String description) {
        return new Parameter(
                name, Type.BOOLEAN, description, false, List.of(), Optional.empty(), "");
    }

    public static Parameter strings(String name, String description) {
        return new Parameter(
                name, Type.STRINGS, description, false, List.of(), Optional.empty(), "");
    }

    public static Parameter object(String name, String description) {
        return new Parameter(
                name, Type.OBJECT, description, false, List.of(), Optional.empty(), "");
    }

    public static Parameter choice(String name, String description, List<String> values) {
        return new Parameter(name, Type.STRING, description, false, values, Optional.empty(), "");
    }

    public Parameter asRequired() {
        return new Parameter(name, type, description, true, values, fallback, header);
    }

    public Parameter orElse(Object value) {
        return new Parameter(name, type, description, required, values, Optional.of(value), header);
    }

    /// Short and of visible ASCII, such as a region by which requests are routed.
    public Parameter inHeader(String headerName) {
        return new Parameter(name, type, description, required, values, fallback, headerName);
    }
}
