package dev.strawboss.mcp;

import java.util.Map;

/// What a tool call came to. Clients show only one of the two forms, so each says everything.
///
/// @param text at most 10 KB, broken into lines, the important part first and last
/// @param structured the same as JSON values
/// @param error whether the tool failed; a job that failed is not a failed call
public record ToolAnswer(String text, Map<String, Object> structured, boolean error) {}
