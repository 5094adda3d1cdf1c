package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which jobs are meant. What is given must all hold.
final class FilterOptions {
    @Option(
            names = {"-s", "--state"},
            paramLabel = "STATE",
            split = ",",
            description = "Only these states.")
    private List<String> states = new ArrayList<>();

    @Option(
            names = {"-g", "--text"},
            paramLabel = "WORDS",
            description =
                    "Words that title, prompt, reason or answer have; word* and \"a phrase\" work.")
    private @Nullable String text;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Only this project.")
    private @Nullable String project;

    @Option(
            names = {"-a", "--agent"},
            paramLabel = "NAME",
            description = "Only this agent.")
    private @Nullable String agent;

    @Option(
            names = {"-q", "--queue"},
            paramLabel = "NAME",
            description = "Only this queue.")
    private @Nullable String queue;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            split = ",",
            description = "Only with all of these tags.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--client",
            paramLabel = "NAME",
            description = "Only what this client dispatched, such as cli or claude-code.")
    private @Nullable String client;

    @Option(names = "--kind", paramLabel = "KIND", description = "agent or command.")
    private @Nullable String kind;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Accepted from then on: 2h ago, or 2026-11-21T14:00 (UTC).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Accepted before.")
    private @Nullable String until;

    @Option(names = "--archived", description = "Only archived jobs.")
    private boolean archived;

    void put(Map<String, Object> arguments) {
        arguments.put("state", states);
        arguments.put("tags", tags);
        JobOptions.put(arguments, "text", text);
        JobOptions.put(arguments, "project", project);
        JobOptions.put(arguments, "agent", agent);
        JobOptions.put(arguments, "queue", queue);
        JobOptions.put(arguments, "client", client);
        JobOptions.put(arguments, "kind", kind);
        JobOptions.put(arguments, "from", since);
        JobOptions.put(arguments, "until", until);
        if (archived) {
            arguments.put("archived", true);
        }
    }
}
