package dev.strawboss.jobs;

/// Where a pause holds.
public sealed interface Scope {
    record Everything() implements Scope {}

    record Queue(String name) implements Scope {}

    record Project(String name) implements Scope {}
}
