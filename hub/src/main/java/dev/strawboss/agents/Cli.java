package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import dev.strawboss.egress.Dialect;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One entry of the catalog: everything that is known of an agent CLI.
///
/// @param command the template; its first word is the program
/// @param resume the template that goes on with a session
/// @param options what `{options}` always stands for; `model` and so on are added to it
/// @param modes what each permitted mode adds
/// @param pass names taken over from the hub's environment
/// @param credentials more of them, but not for an agent that brings a provider of its own
/// @param state what a private home needs; empty if that is not known
record Cli(
        String name,
        List<String> command,
        List<String> resume,
        List<String> options,
        OutputFormat output,
        LongPrompt longPrompt,
        Part model,
        Map<AgentMode, Part> modes,
        KeepOut keepOut,
        Provider provider,
        Optional<FirstUse> firstUse,
        Map<String, String> environment,
        List<String> pass,
        List<String> credentials,
        ErrorPatterns errors,
        Probe probe,
        Optional<StateRule> state) {
    /// How another provider than the CLI's own is used.
    ///
    /// @param model stands in for the CLI's own part where there is a base URL
    /// @param dialect in which the CLI speaks to a base URL
    /// @param upstream the base URL that the CLI uses by itself with a key
    /// @param hosts that the CLI has to reach when it logged in by itself
    record Provider(
            Part baseUrl,
            Part key,
            Part baseUrlAndKey,
            Optional<Part> model,
            Optional<Dialect> dialect,
            Optional<URI> upstream,
            List<String> hosts) {
        static final Provider NONE =
                new Provider(
                        Part.NOTHING,
                        Part.NOTHING,
                        Part.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
    }

    /// How to see what is installed.
    ///
    /// @param install the command that installs it
    /// @param flags what the CLI's help must mention for this entry to be right
    record Probe(String install, List<String> version, List<String> help, List<String> flags) {
        static final Probe NONE = new Probe("", List.of(), List.of(), List.of());
    }

    private static final List<String> KEYS =
            List.of(
                    "command",
                    "long_prompt",
                    "resume",
                    "options",
                    "output",
                    "install",
                    "version",
                    "help",
                    "flags",
                    "model",
                    "modes",
                    "no_strawboss",
                    "base_url",
                    "base_url_and_key",
                    "base_url_model",
                    "key",
                    "dialect",
                    "upstream",
                    "hosts",
                    "first_use",
                    "environment",
                    "pass",
                    "credentials",
                    "errors",
                    "state");

    static Cli of(String name, Section section) {
        section.allow(KEYS);
        List<String> command = section.strings("command");
        if (command.isEmpty()) {
            throw section.invalid("has no command.");
        }
        return new Cli(
                name,
                command,
                section.strings("resume"),
                section.strings("options"),
                OutputFormat.of(section, "output"),
                LongPrompt.of(section.section("long_prompt"), usualLength(command)),
                Part.of(section.section("model")),
                modes(section.section("modes")),
                KeepOut.of(section.section("no_strawboss")),
                new Provider(
                        Part.of(section.section("base_url")),
                        Part.of(section.section("key")),
                        Part.of(section.section("base_url_and_key")),
                        optional(section, "base_url_model").map(Part::of),
                        section.string("dialect").map(word -> dialect(section, word)),
                        section.string("upstream").map(URI::create),
                        section.strings("hosts")),
                optional(section, "first_use").map(FirstUse::of),
                Environments.checked(section, "environment"),
                section.strings("pass"),
                section.strings("credentials"),
                ErrorPatterns.of(section.section("errors")),
                new Probe(
                        section.string("install").orElse(""),
                        section.strings("version"),
                        section.strings("help"),
                        section.strings("flags")),
                optional(section, "state").map(StateRule::of));
    }

    /// The entry that a file's own command stands for: it gets what the command says, nothing more.
    static Cli custom(List<String> command, OutputFormat output, ErrorPatterns errors) {
        return new Cli(
                "custom",
                command,
                List.of(),
                List.of(),
                output,
                LongPrompt.NEVER,
                Part.NOTHING,
                Map.of(AgentMode.AUTO, Part.NOTHING),
                KeepOut.NOTHING,
                Provider.NONE,
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                errors,
                Probe.NONE,
                Optional.of(StateRule.EMPTY));
    }

    String program() {
        return command.getFirst();
    }

    Optional<Part> mode(AgentMode mode) {
        return Optional.ofNullable(modes.get(mode));
    }

    boolean takesModel() {
        return !model.arguments().isEmpty()
                || !model.environment().isEmpty()
                || command.contains("{model}");
    }

    List<String> hosts() {
        return provider.hosts();
    }

    boolean takesBaseUrl() {
        return !provider.baseUrl().equals(Part.NOTHING);
    }

    private static Dialect dialect(Section section, String name) {
        return Dialect.ofWireName(name)
                .orElseThrow(() ->
                        section.invalid(
                                "wants dialect to be one of "
                                        + String.join(", ", Dialect.wireNames())
                                        + "."));
    }

    private static long usualLength(List<String> command) {
        return command.contains("{prompt}") ? Invocation.LONGEST_ARGUMENT : Long.MAX_VALUE;
    }

    private static Optional<Section> optional(Section section, String key) {
        return section.has(key) ? Optional.of(section.section(key)) : Optional.empty();
    }

    private static Map<AgentMode, Part> modes(Section section) {
        section.allow(AgentMode.wireNames());
        Map<AgentMode, Part> modes = new EnumMap<>(AgentMode.class);
        for (AgentMode mode : AgentMode.values()) {
            if (section.has(mode.wireName())) {
                modes.put(mode, Part.of(section.section(mode.wireName())));
            }
        }
        return modes;
    }
}
