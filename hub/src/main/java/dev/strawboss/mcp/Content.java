package dev.strawboss.mcp;

/// A piece of an answer or a prompt.
public sealed interface Content {
    record Text(String text) implements Content {}

    /// @param base64 the bytes
    record Image(String base64, String mimeType) implements Content {}

    /// @param base64 the bytes
    record Audio(String base64, String mimeType) implements Content {}

    /// A resource with what is in it.
    record Embedded(Resources.Contents contents) implements Content {}

    /// A resource that can be read.
    record Link(Resources.Description resource) implements Content {}
}
