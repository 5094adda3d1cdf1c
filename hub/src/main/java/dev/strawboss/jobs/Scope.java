package dev.strawboss.jobs;

/// Where a pause holds.
public sealed interface Scope {
    record Everything() implements Scope {}

    record Queue(String name) implements Scope {}

    record Project(String name) implements Scope {}

    /// `everything`, `queue` or `project`.
    default String kind() {
        return switch (this) {
            case Everything _ -> "everything";
            case Queue _ -> "queue";
            case Project _ -> "project";
        };
    }

    /// Of the queue or project; empty for everything.
    default String name() {
        return switch (this) {
            case Everything _ -> "";
            case Queue(var name) -> name;
            case Project(var name) -> name;
        };
    }

    static Scope of(String kind, String name) {
        return switch (kind) {
            case "everything" -> new Everything();
            case "queue" -> new Queue(name);
            case "project" -> new Project(name);
            default -> throw new IllegalArgumentException("no kind of scope: " + kind);
        };
    }
}
