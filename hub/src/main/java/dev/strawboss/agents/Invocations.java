package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobSpec;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds everything that an invocation needs, and refuses what cannot be started.
record Invocations(Agents agents, Configuration configuration) {
    /// @throws StrawbossException if something needed is gone since the job was accepted
    /// @param held whether the kernel sees to it that an agent keeps to its mode
    Invocation of(JobSpec spec, Predicate<Agent> held) {
        Map<String, Object> details = spec.details();
        Agent agent = agents.require(spec.agent().orElseThrow());
        AgentMode mode =
                AgentMode.ofWireName(String.valueOf(details.get("mode"))).orElse(AgentMode.AUTO);
        Optional<String> model = Optional.ofNullable((String) details.get("model"));
        boolean tools = Boolean.TRUE.equals(details.get("strawboss_tools"));
        return of(agent, mode, model, tools, held.test(agent));
    }

    /// @param held whether the kernel sees to it that the agent keeps to its mode
    Invocation of(
            Agent agent, AgentMode mode, Optional<String> model, boolean tools, boolean held) {
        Cli cli = agents.cli(agent);
        if (cli.mode(mode).isEmpty() && !held) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent " + agent.name() + " cannot be held to " + mode.wireName() + ".",
                    "In a sandbox the kernel does; else its modes are: "
                            + String.join(
                                    ", ",
                                    cli.modes().keySet().stream()
                                            .map(AgentMode::wireName)
                                            .sorted()
                                            .toList())
                            + ".");
        }
        checkModel(agent, cli, model);
        if (agent.privateState() && cli.state().isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent "
                            + agent.name()
                            + " cannot have a private state: it is not known what "
                            + cli.name()
                            + " keeps where.",
                    "Take `state: private` out of its file, or give its catalog entry a `state:`.");
        }
        return new Invocation(
                agent, cli, mode, model, tools, agent.baseUrl(), key(agent), agents.environment());
    }

    static StrawbossException missing(Agent agent, Cli cli) {
        String install = cli.probe().install();
        return new StrawbossException(
                ErrorCode.MISSING_BINARY,
                "The agent "
                        + agent.name()
                        + " needs the program "
                        + cli.program()
                        + ", which is not installed.",
                install.isEmpty()
                        ? "Install " + cli.program() + ", or put its directory on PATH."
                        : "Install it: " + install);
    }

    private static void checkModel(Agent agent, Cli cli, Optional<String> model) {
        if (model.isPresent() && !Agent.isModelName(model.get())) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A model's name is at most 200 characters, begins with no dash and holds no"
                            + " control characters.",
                    "strawboss agents");
        }
        boolean takes = cli.takesModel() || agent.largeCommand().contains("{model}");
        if (model.isPresent() && !takes) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent " + agent.name() + " takes no model: its command has no {model}.",
                    "Leave the model out.");
        }
        if (model.isEmpty() && cli.command().contains("{model}")) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent " + agent.name() + " needs a model.",
                    "Name one, or give the agent a `model:`.");
        }
    }

    private Optional<String> key(Agent agent) {
        if (agent.key().isEmpty()) {
            return Optional.empty();
        }
        String name = agent.key().get();
        Optional<String> value = agents.secret(name);
        if (value.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The key "
                            + name
                            + " of the agent "
                            + agent.name()
                            + " is neither in "
                            + configuration.secretsFile()
                            + ", nor in the keyring, nor in the environment.",
                    "strawboss secret set " + name);
        }
        return value;
    }
}
