package dev.strawboss.config;

/// One file of a [Folder].
///
/// @param name the file's name without `.yaml`
public record Entry(String name, Section section) {}
