package dev.strawboss.agents;

import dev.strawboss.config.JobEnvironment;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an agent is started for one job: its command line and environment.
///
/// @param model empty leaves it to the CLI
/// @param key the value of the agent's key, if it has one
/// @param hub the hub's environment
record Invocation(
        Agent agent,
        Cli cli,
        AgentMode mode,
        Optional<String> model,
        boolean strawbossTools,
        Optional<String> key,
        Map<String, String> hub) {
    /// Longer prompts are not put into arguments: Linux allows 128 KB for one, and `ps` shows them.
    static final int LONGEST_ARGUMENT = 64 << 10;

    /// With the value 1 a bridge inside the attempt serves its tools; without it serves none.
    private static final String TOOLS = "STRAWBOSS_TOOLS";

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
        if (large && cli.command().contains("{prompt}")) {
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

    /// Whether the prompt goes to standard input.
    static boolean onStandardInput(List<String> template) {
        return !template.contains("{prompt}") && !template.contains("{prompt_file}");
    }

    /// The command line; the program is still as the template names it.
    List<String> command(
            List<String> template,
            String prompt,
            Path promptFile,
            Path directory,
            Optional<String> session) {
        List<String> command = new ArrayList<>();
        for (String word : template) {
            switch (word) {
                case "{options}" -> command.addAll(options());
                case "{prompt}" -> command.add(harmless(prompt, command));
                case "{prompt_file}" -> command.add(promptFile.toString());
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
        if (agent.baseUrl().isEmpty() && agent.key().isEmpty()) {
            names.addAll(cli.credentials());
        }
        Map<String, String> environment = JobEnvironment.of(hub, names);
        environment.putAll(cli.environment());
        parts().forEach(part -> environment.putAll(part.environment()));
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

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        cli.mode(mode).ifPresent(parts::add);
        model.ifPresent(name -> parts.add(cli.model().with("model", name)));
        agent.baseUrl().ifPresent(url -> parts.add(cli.provider().baseUrl().with("base_url", url)));
        if (agent.baseUrl().isPresent() && key.isPresent()) {
            parts.add(cli.provider().baseUrlAndKey());
        }
        return parts;
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
