package dev.strawboss.agents;

import dev.strawboss.config.JobEnvironment;
import dev.strawboss.egress.Provider;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How an agent is started for one job: its command line and environment.
///
/// @param model empty leaves it to the CLI
/// @param baseUrl of the provider, if it is another than the CLI's own
/// @param key the value of the agent's key, if it has one
/// @param hub the hub's environment
record Invocation(
        Agent agent,
        Cli cli,
        AgentMode mode,
        Optional<String> model,
        boolean strawbossTools,
        Optional<String> baseUrl,
        Optional<String> key,
        Map<String, String> hub) {
    /// Longer prompts are not put into arguments: Linux allows 128 KB for one, and `ps` shows them.
    static final int LONGEST_ARGUMENT = 64 << 10;

    /// With the value 1 a bridge inside the attempt serves its tools; without it serves none.
    private static final String TOOLS = "STRAWBOSS_TOOLS";

    /// Without one most CLIs ask a person to log in.
    private static final String NO_KEY = "kept-by-strawboss";

    /// A prompt as the agent gets it.
    ///
    /// @param said what it is told
    /// @param file where the whole prompt stands
    /// @param pointed whether it is told only that
    record Prompt(String said, Path file, boolean pointed) {}

    /// The provider as the hub can reach it in the agent's place, and then the agent needs no key:
    /// see [#behind]. Empty for one that holds a credential of its own, in its files or its
    /// environment.
    Optional<Provider> throughHub() {
        Optional<URI> upstream =
                agent.baseUrl()
                        .map(URI::create)
                        .or(() -> key.isPresent() ? cli.provider().upstream() : Optional.empty());
        return cli.provider()
                .dialect()
                .filter(_ -> cli.takesBaseUrl())
                .flatMap(dialect ->
                        upstream.map(
                                url -> new Provider(providerName(), dialect, url, agent.key())));
    }

    private String providerName() {
        return agent.name().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /// The same for an agent that reaches its provider through the hub: what it is given as a key
    /// is none.
    Invocation behind(Provider provider) {
        return new Invocation(
                agent,
                cli,
                mode,
                model,
                strawbossTools,
                Optional.of(provider.baseUrl()),
                Optional.of(NO_KEY),
                hub);
    }

    /// The same in another home: without the CLI's own variables of the person's that hold
    /// settings, or say where they are.
    ///
    /// @param settings names of those that hold them
    Invocation in(Path home, List<String> settings) {
        Map<String, String> less = new TreeMap<>(hub);
        cli.pass().stream()
                .filter(name ->
                        settings.contains(name) || hub.getOrDefault(name, "").startsWith("/"))
                .forEach(less::remove);
        less.put("HOME", home.toString());
        return new Invocation(agent, cli, mode, model, strawbossTools, baseUrl, key, less);
    }

    /// The template for a prompt.
    ///
    /// @throws StrawbossException with [ErrorCode#TOO_LARGE] if there is none for one so long
    List<String> template(String prompt, boolean resume) {
        if (resume) {
            return resume();
        }
        boolean large = prompt.getBytes(StandardCharsets.UTF_8).length > LONGEST_ARGUMENT;
        if (large && !agent.largeCommand().isEmpty()) {
            return agent.largeCommand();
        }
        if (large && cli.command().contains("{prompt}") && !pointsAt(prompt)) {
            throw new StrawbossException(
                    ErrorCode.TOO_LARGE,
                    "The prompt is over 64 KB, and the agent "
                            + agent.name()
                            + " takes it as an argument.",
                    "Give the agent a large_command with {prompt_file}, or with neither {prompt}"
                            + " nor {prompt_file} to take it on standard input.");
        }
        return cli.command();
    }

    private List<String> resume() {
        if (cli.resume().isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent " + agent.name() + " cannot go on with a session.",
                    "Run the job again from the start: strawboss retry");
        }
        return cli.resume();
    }

    /// Whether the agent is told where the prompt stands, instead of being given it.
    boolean pointsAt(String prompt) {
        return prompt.getBytes(StandardCharsets.UTF_8).length > cli.longPrompt().over();
    }

    /// Whether the prompt goes to standard input.
    static boolean onStandardInput(List<String> template) {
        return !template.contains("{prompt}") && !template.contains("{prompt_file}");
    }

    /// The command line; the program is still as the template names it.
    List<String> command(
            List<String> template, Prompt prompt, Path directory, Optional<String> session) {
        List<String> command = new ArrayList<>();
        for (String word : template) {
            switch (word) {
                case "{options}" -> {
                    command.addAll(options());
                    if (prompt.pointed()) {
                        command.addAll(longPromptOptions(prompt.file()));
                    }
                }
                case "{prompt}" -> command.add(harmless(prompt.said(), command));
                case "{prompt_file}" -> command.add(prompt.file().toString());
                case "{model}" -> command.add(model.orElseThrow(this::needsModel));
                case "{session}" -> command.add(session.orElseThrow());
                case "{directory}" -> command.add(directory.toString());
                default -> command.add(word);
            }
        }
        return command;
    }

    /// The whole environment of the agent.
    Map<String, String> environment() {
        List<String> names = new ArrayList<>(cli.pass());
        if (baseUrl.isEmpty() && agent.key().isEmpty()) {
            names.addAll(cli.credentials());
        }
        Map<String, String> environment = JobEnvironment.of(hub, names);
        environment.putAll(cli.environment());
        parts().forEach(part -> part.addTo(environment));
        key.ifPresent(
                value -> environment.putAll(cli.provider().key().with("key", value).environment()));
        // A custom agent knows its key by the name under which the person keeps it.
        if (cli.provider().key().equals(Part.NOTHING)) {
            key.ifPresent(value -> environment.put(agent.key().orElseThrow(), value));
        }
        environment.putAll(agent.environment());
        environment.remove(TOOLS);
        if (strawbossTools) {
            environment.put(TOOLS, "1");
        }
        return environment;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(cli.options());
        parts().forEach(part -> options.addAll(part.arguments()));
        if (!strawbossTools) {
            options.addAll(cli.keepOut().arguments(environment()));
        }
        return options;
    }

    private List<String> longPromptOptions(Path promptFile) {
        String directory = String.valueOf(promptFile.getParent());
        return cli.longPrompt().part().with("prompt_directory", directory).arguments();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        cli.mode(mode).or(() -> cli.mode(AgentMode.AUTO)).ifPresent(parts::add);
        model.ifPresent(name -> parts.add(modelPart().with("model", name)));
        baseUrl.ifPresent(url -> parts.add(provider().with("base_url", url)));
        if (baseUrl.isPresent() && key.isPresent()) {
            parts.add(cli.provider().baseUrlAndKey());
        }
        if (!strawbossTools) {
            parts.add(new Part(List.of(), cli.keepOut().usual().environment()));
        }
        return parts;
    }

    private Part modelPart() {
        return baseUrl.isPresent() ? cli.provider().model().orElse(cli.model()) : cli.model();
    }

    private Part provider() {
        Part part = cli.provider().baseUrl();
        return part.mentions("model")
                ? part.with("model", model.orElseThrow(this::needsModel))
                : part;
    }

    // No command line parser takes a word that begins with a space for an option.
    private static String harmless(String prompt, List<String> before) {
        boolean optionLike = prompt.startsWith("-") && !before.getLast().equals("--");
        return optionLike ? " " + prompt : prompt;
    }

    private StrawbossException needsModel() {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The agent " + agent.name() + " needs a model.",
                "Name one, or give the agent a `model:`.");
    }
}
