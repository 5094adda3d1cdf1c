package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Entry;
import dev.strawboss.config.Folder;
import dev.strawboss.config.Key;
import dev.strawboss.config.Names;
import dev.strawboss.config.Problem;
import dev.strawboss.config.Section;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.process.Executables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The agents that can be dispatched to: those a person named in `agents.d/`, and every CLI of the
/// catalog under its own name.
public final class Agents {
    /// How long an agent's run may take, unless it or the dispatch says otherwise.
    public static final Key<Duration> TIMEOUT =
            new Key<>(
                    "timeout",
                    "How long an agent may run.",
                    Duration.ofHours(1),
                    Configuration::duration);

    /// The agent of dispatches that name none; empty means the only one installed.
    public static final Key<String> DEFAULT =
            new Key<>(
                    "agent",
                    "The agent of dispatches that name none.",
                    "",
                    (section, key) -> section.string(key).orElseThrow());

    private final Configuration configuration;
    private final Catalog catalog;
    private final Supplier<Map<String, String>> environment;

    /// @param environment the hub's: what a login shell of the person has
    public Agents(Configuration configuration, Supplier<Map<String, String>> environment) {
        this.configuration = configuration;
        this.catalog = new Catalog(configuration);
        this.environment = environment;
    }

    /// All of them by name, the catalog's first.
    public List<AgentStatus> list() {
        Map<String, String> hub = environment();
        return known().values().stream().map(agent -> status(agent, hub)).toList();
    }

    /// @throws StrawbossException with [ErrorCode#UNKNOWN_AGENT], the nearest name and the known
    ///   ones
    public Agent require(String name) {
        Optional<Entry> entry = configuration.entry(Folder.AGENTS, name);
        if (entry.isPresent()) {
            Agent agent = Agent.of(name, entry.get().section());
            var _ = cli(agent);
            return agent;
        }
        Cli builtIn = catalog.entries().get(name);
        if (builtIn != null) {
            return Agent.of(builtIn);
        }
        Map<String, Agent> known = known();
        throw new StrawbossException(
                ErrorCode.UNKNOWN_AGENT,
                "There is no agent \""
                        + Shown.text(name, 60)
                        + "\"."
                        + Suggestion.sentence(name, known.keySet()),
                "Known agents: " + String.join(", ", known.keySet()) + ".");
    }

    /// Whether the agent can be used here.
    public AgentStatus status(String name) {
        return status(require(name), environment());
    }

    /// Looks whether the agent is as the catalog says: its version, and that its help still knows
    /// every flag that would be used.
    public Diagnosis doctor(String name, Diagnosis.Asking asking) throws InterruptedException {
        AgentStatus status = status(name);
        return Diagnosis.of(
                status, cli(status.agent()), environment(), status.agent().environment(), asking);
    }

    /// The same for who must not choose what the hub runs in no sandbox: asks only the catalog's
    /// programs, where the hub's own `PATH` has them, in the hub's own environment. Of others it
    /// says only where they are.
    public Diagnosis cautiousDoctor(String name, Diagnosis.Asking asking)
            throws InterruptedException {
        AgentStatus status = status(name);
        Cli cli = cli(status.agent());
        Map<String, String> hub = environment();
        boolean own =
                !status.agent().cli().equals(Agent.CUSTOM)
                        && Executables.find(cli.program(), hub).equals(status.binary());
        return own || !status.installed()
                ? Diagnosis.of(status, cli, hub, Map.of(), asking)
                : new Diagnosis(status, Optional.empty(), List.of(), List.of());
    }

    /// The agent of a dispatch that names none: the configured one, else the only one installed.
    public Agent defaultAgent() {
        String configured = configuration.value(DEFAULT);
        if (!configured.isEmpty()) {
            return require(configured);
        }
        List<AgentStatus> installed = list().stream().filter(AgentStatus::installed).toList();
        if (installed.size() == 1) {
            return installed.getFirst().agent();
        }
        if (installed.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.MISSING_BINARY,
                    "No agent is installed.",
                    "Install one, for example: "
                            + catalog.entries().values().iterator().next().probe().install());
        }
        String names =
                String.join(", ", installed.stream().map(one -> one.agent().name()).toList());
        throw new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The dispatch names no agent, and several are installed: " + names + ".",
                "Name one, or set `agent:` in "
                        + configuration.directory().resolve("config.yaml")
                        + ".");
    }

    /// Registers or changes an agent from the values of its file, checked as that file is.
    public Agent save(String name, Map<String, Object> values) {
        Names.require("agent", name);
        Agent agent = Agent.of(name, new Section("agent " + name, values));
        var _ = cli(agent);
        configuration.save(Folder.AGENTS, name, values);
        return agent;
    }

    /// @throws StrawbossException with [ErrorCode#UNKNOWN_AGENT] if it has no file
    public void remove(String name) {
        if (Names.wellFormed(name) && configuration.remove(Folder.AGENTS, name)) {
            return;
        }
        Agent builtIn = require(name);
        throw new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The agent " + builtIn.name() + " comes with Strawboss and has no file to remove.",
                "strawboss agents");
    }

    /// Files of agents, and of the catalog, that say something that cannot be.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(catalog.problems());
        for (Entry entry : configuration.entries(Folder.AGENTS)) {
            try {
                var _ = cli(Agent.of(entry.name(), entry.section()));
            } catch (StrawbossException bad) {
                problems.add(
                        new Problem(
                                configuration.file(Folder.AGENTS, entry.name()),
                                String.valueOf(bad.getMessage())));
            }
        }
        return problems;
    }

    /// The value of a key by its name: a secret, or a variable of the hub's environment.
    public Optional<String> secret(String name) {
        return configuration.secret(name).or(() -> Optional.ofNullable(environment().get(name)));
    }

    /// What an agent's file says as it stands there; nothing if it has no file.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if it cannot be read
    public Map<String, Object> configured(String name) {
        return configuration
                .entry(Folder.AGENTS, name)
                .map(entry -> entry.section().values())
                .orElse(Map.of());
    }

    /// Of the person who runs the hub.
    Path home() {
        return Path.of(environment().getOrDefault("HOME", "/"));
    }

    /// The hub's environment with what the configuration adds.
    Map<String, String> environment() {
        Map<String, String> merged = new HashMap<>(environment.get());
        merged.putAll(configuration.value(Configuration.ENVIRONMENT));
        return merged;
    }

    /// What is known of the agent's CLI.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if there is no such entry
    Cli cli(Agent agent) {
        if (agent.cli().equals(Agent.CUSTOM)) {
            return custom(agent);
        }
        Map<String, Cli> entries = catalog.entries();
        Cli cli = entries.get(agent.cli());
        if (cli == null) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The agent "
                            + agent.name()
                            + " wants the CLI \""
                            + Shown.text(agent.cli(), 60)
                            + "\", which is not in the catalog."
                            + Suggestion.sentence(agent.cli(), entries.keySet()),
                    "Known: " + String.join(", ", entries.keySet()) + ", custom (with a command).");
        }
        if (agent.baseUrl().isPresent() && !cli.takesBaseUrl()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The CLI " + cli.name() + " takes no base_url.",
                    "Remove it from " + configuration.file(Folder.AGENTS, agent.name()) + ".");
        }
        return cli;
    }

    private static Cli custom(Agent agent) {
        Section output = new Section(agent.name(), Map.of("output", agent.output()));
        return Cli.custom(
                agent.command(),
                OutputFormat.of(output, "output"),
                ErrorPatterns.of(agent.errors()));
    }

    private Map<String, Agent> known() {
        Map<String, Agent> known = new LinkedHashMap<>();
        catalog.entries().values().forEach(cli -> known.put(cli.name(), Agent.of(cli)));
        configuration.unreadable(Folder.AGENTS).forEach(known::remove);
        for (Entry entry : configuration.entries(Folder.AGENTS)) {
            try {
                Agent agent = Agent.of(entry.name(), entry.section());
                var _ = cli(agent);
                known.put(agent.name(), agent);
            } catch (StrawbossException _) { // problems() says it; not the catalog's instead
                known.remove(entry.name());
            }
        }
        return known;
    }

    private AgentStatus status(Agent agent, Map<String, String> hub) {
        Cli cli = cli(agent);
        Map<String, String> seen = new HashMap<>(hub);
        seen.putAll(agent.environment());
        return new AgentStatus(agent, Executables.find(cli.program(), seen), cli.probe().install());
    }
}
