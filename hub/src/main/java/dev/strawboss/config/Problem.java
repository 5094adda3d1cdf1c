package dev.strawboss.config;

import java.nio.file.Path;

/// What is wrong with one file; everything else works on.
public record Problem(Path file, String sentence) {}
