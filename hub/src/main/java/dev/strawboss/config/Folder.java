package dev.strawboss.config;

/// The folders that hold one file per thing; the file's name is the thing's name.
public enum Folder {
    AGENTS("agents.d", "agent"),
    PROJECTS("projects.d", "project");

    private final String directory;
    private final String noun;

    Folder(String directory, String noun) {
        this.directory = directory;
        this.noun = noun;
    }

    String directory() {
        return directory;
    }

    String noun() {
        return noun;
    }
}
