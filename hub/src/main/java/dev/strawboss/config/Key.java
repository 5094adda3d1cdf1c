package dev.strawboss.config;

import java.util.function.BiFunction;

/// One key of `config.yaml`, declared by the feature that reads it.
///
/// @param fallback what holds when the file does not say
/// @param reader takes the value from the file and checks it; throws with a sentence
public record Key<T>(
        String name, String description, T fallback, BiFunction<Section, String, T> reader) {}
