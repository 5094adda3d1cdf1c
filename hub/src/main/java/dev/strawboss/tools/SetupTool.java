package dev.strawboss.tools;

import dev.strawboss.agents.Agent;
import dev.strawboss.agents.AgentStatus;
import dev.strawboss.agents.Agents;
import dev.strawboss.config.Durations;
import dev.strawboss.config.Problem;
import dev.strawboss.json.Json;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.projects.Project;
import dev.strawboss.projects.Projects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists and registers agents, projects and queues; settings; workspaces of finished jobs.
final class SetupTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "setup",
                    "Agents and projects",
                    "List, show, save, remove or move agents and projects, list problems in the"
                            + " configuration, or let the doctor look whether all that jobs need is there; change settings (config); bring"
                            + " back a removed workspace (undelete, name: the job). An agent:"
                            + " cli (claude, codex, gemini, opencode, another known one, custom), model, base_url, key (NAME of a secret, never its value),"
                            + " environment, mode, timeout, tags, suitable_for, cost, speed, description; custom also"
                            + " command with {prompt} or {prompt_file}. A project: path, agent, model, mode, description,"
                            + " tags, language, setup, gate. A queue: slots. Agents and projects: limit (jobs at once)."
                            + " toolsets: more tools for this session (save shows, remove hides).",
                    List.of(
                            Parameter.choice(
                                            "what",
                                            "Of what.",
                                            List.of(
                                                    "agents",
                                                    "projects",
                                                    "queues",
                                                    "config",
                                                    "http",
                                                    "tokens",
                                                    "workspaces",
                                                    "toolsets",
                                                    "problems",
                                                    "doctor"))
                                    .asRequired(),
                            Parameter.choice(
                                            "action",
                                            "Default list.",
                                            List.of(
                                                    "list",
                                                    "show",
                                                    "save",
                                                    "remove",
                                                    "move",
                                                    "undelete"))
                                    .orElse("list"),
                            Parameter.string("name", "For all but list."),
                            Parameter.object("values", "For save: the fields."),
                            Parameter.integer(
                                    "place", "For move: the project's new place, from 1.")),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Agents agents;
    private final Projects projects;
    private final QueueSetup queues;
    private final Doctor doctor;
    private final SettingsAnswers settings;
    private final Access access;
    private final WorkspaceAnswers workspaces;
    private final Guarded guarded;

    SetupTool(
            Agents agents,
            Projects projects,
            QueueSetup queues,
            Doctor doctor,
            SettingsAnswers settings,
            Access access,
            WorkspaceAnswers workspaces,
            Guarded guarded) {
        this.guarded = guarded;
        this.queues = queues;
        this.agents = agents;
        this.projects = projects;
        this.doctor = doctor;
        this.settings = settings;
        this.access = access;
        this.workspaces = workspaces;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        return switch (arguments.requiredString("what")) {
            case "agents" -> agents(call, arguments);
            case "projects" -> projects(call, arguments);
            case "queues" -> answer("queues", queues.call(arguments));
            case "config" ->
                    answer(
                            "config",
                            settings.rows(call, action(arguments), arguments, lazily(arguments)));
            case "http" -> answer("http", access.http());
            case "tokens" ->
                    answer(
                            "tokens",
                            access.tokens(
                                    call,
                                    action(arguments),
                                    arguments,
                                    action(arguments).equals("list") ? "" : name(arguments)));
            case "workspaces" ->
                    answer(
                            "workspaces",
                            workspaces.rows(action(arguments), arguments, lazily(arguments)));
            case "toolsets" -> answer("toolsets", ToolsetAnswers.rows(call, arguments));
            case "doctor" ->
                    answer(
                            "doctor",
                            doctor.checks(Guarded.typed(call)).stream()
                                    .map(Check::toJson)
                                    .toList());
            default -> answer("problems", problems());
        };
    }

    private static String action(Arguments arguments) {
        return arguments.string("action").orElse("list");
    }

    private static String lazily(Arguments arguments) {
        boolean needed = !List.of("list", "save").contains(action(arguments));
        return needed ? name(arguments) : "";
    }

    private ToolAnswer agents(Call call, Arguments arguments) {
        switch (action(arguments)) {
            case "list" -> {
                return answer("agents", agents.list().stream().map(SetupTool::agent).toList());
            }
            case "save" -> {
                String name = name(arguments);
                Map<String, Object> values = arguments.object("values");
                guarded.agent(call, () -> agents.configured(name), values);
                agents.save(name, values);
            }
            case "remove" -> {
                String name = name(arguments);
                guarded.agent(call, () -> agents.configured(name), Map.of());
                agents.remove(name);
                return answer("agents", agents.list().stream().map(SetupTool::agent).toList());
            }
            case "move" ->
                    throw arguments.invalid("Agents have no order; only projects can be moved.");
            case "undelete" -> throw arguments.invalid("Only workspaces can be brought back.");
            default -> {}
        }
        return answer("agents", List.of(agent(agents.status(name(arguments)))));
    }

    private ToolAnswer projects(Call call, Arguments arguments) {
        switch (action(arguments)) {
            case "save" -> {
                String name = name(arguments);
                Map<String, Object> values = arguments.object("values");
                guarded.project(call, () -> projects.configured(name), values);
                projects.save(name, values);
                return answer("projects", List.of(project(projects.require(name))));
            }
            case "show" -> {
                return answer("projects", List.of(project(projects.require(name(arguments)))));
            }
            case "remove" -> {
                String name = name(arguments);
                guarded.project(call, () -> projects.configured(name), Map.of());
                projects.remove(name);
            }
            case "move" ->
                    projects.move(
                            name(arguments),
                            arguments
                                    .integer("place")
                                    .map(place -> Math.clamp(place, 1, 1_000_000))
                                    .orElseThrow(() -> arguments.invalid("move needs place.")));
            case "undelete" -> throw arguments.invalid("Only workspaces can be brought back.");
            default -> {}
        }
        return answer("projects", projects.list().stream().map(SetupTool::project).toList());
    }

    private List<Object> problems() {
        List<Object> rows = new ArrayList<>();
        for (Problem problem : doctor.problems()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", problem.file().toString());
            row.put("problem", problem.sentence());
            rows.add(row);
        }
        return rows;
    }

    private static String name(Arguments arguments) {
        return arguments
                .string("name")
                .orElseThrow(() -> arguments.invalid("This action needs name."));
    }

    private static Object agent(AgentStatus status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", status.agent().name());
        row.put("installed", status.installed());
        status.binary().ifPresent(path -> row.put("binary", path.toString()));
        if (!status.installed()) {
            row.put("install", status.install());
        }
        fields(status.agent(), row);
        return row;
    }

    /// What is set; of the environment the names only, since people put keys there all the same.
    private static void fields(Agent agent, Map<String, Object> row) {
        row.put("cli", agent.cli());
        agent.description().ifPresent(text -> row.put("description", text));
        agent.provider().ifPresent(provider -> row.put("provider", provider));
        agent.baseUrl().ifPresent(url -> row.put("base_url", url));
        agent.model().ifPresent(model -> row.put("model", model));
        agent.key().ifPresent(key -> row.put("key", key));
        agent.mode().ifPresent(mode -> row.put("mode", mode.wireName()));
        agent.timeout().ifPresent(time -> row.put("timeout", Durations.text(time)));
        agent.limit().ifPresent(limit -> row.put("limit", limit));
        agent.cost().ifPresent(cost -> row.put("cost", cost));
        agent.speed().ifPresent(speed -> row.put("speed", speed));
        listed(row, "command", agent.command());
        listed(row, "tags", agent.tags());
        listed(row, "suitable_for", agent.suitableFor());
        listed(row, "environment_names", agent.environment().keySet().stream().sorted().toList());
    }

    private static void listed(Map<String, Object> row, String name, List<String> values) {
        if (!values.isEmpty()) {
            row.put(name, values);
        }
    }

    private static Object project(Project project) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", project.name());
        row.putAll(project.values());
        return row;
    }

    /// As many as there is room for; `more` says how many there are besides.
    private static ToolAnswer answer(String what, List<?> rows) {
        StringBuilder text = new StringBuilder();
        List<Object> shown = new ArrayList<>();
        int room = JobAnswers.LIMIT - 200;
        for (Object row : rows) {
            String line = Json.write(row);
            room -= Excerpt.size(line) + 1;
            if (room < 0) {
                break;
            }
            shown.add(row);
            text.append(line).append('\n');
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put(what, shown);
        if (shown.size() < rows.size()) {
            structured.put("more", (long) (rows.size() - shown.size()));
            text.append(rows.size() - shown.size()).append(" more; name one to see it.\n");
        }
        if (rows.isEmpty()) {
            text.append("No ").append(what).append(".\n");
        }
        return new ToolAnswer(text.toString(), structured, false);
    }
}
