package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.sandbox.Demand;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A named agent: a CLI bound to a provider, a model, an environment and the ways it is used.
///
/// @param cli the catalog entry, or `custom`
/// @param command the template of a custom agent; else empty
/// @param largeCommand the template when the prompt is over 64 KB; else empty
/// @param errors patterns that tell errors in the output of a custom agent
/// @param key the name of a secret, never its value
/// @param limit how many of its jobs run at once
/// @param privateState whether its jobs get a home directory of their own
/// @param sandbox what holds for its jobs in place of what is configured for all
/// @param registered whether it has a file; else it is a catalog entry under its own name
public record Agent(
        String name,
        String cli,
        List<String> command,
        List<String> largeCommand,
        String output,
        Section errors,
        Optional<String> provider,
        Optional<String> baseUrl,
        Optional<String> model,
        Optional<String> key,
        Map<String, String> environment,
        Optional<AgentMode> mode,
        List<String> tags,
        List<String> suitableFor,
        Optional<String> cost,
        Optional<String> speed,
        Optional<Duration> timeout,
        Optional<Integer> limit,
        Optional<String> description,
        boolean privateState,
        Optional<Demand> sandbox,
        boolean registered) {
    /// Every key of an agent's file.
    public static final List<String> KEYS =
            List.of(
                    "cli",
                    "command",
                    "large_command",
                    "output",
                    "errors",
                    "provider",
                    "base_url",
                    "model",
                    "key",
                    "environment",
                    "mode",
                    "tags",
                    "suitable_for",
                    "cost",
                    "speed",
                    "timeout",
                    "limit",
                    "description",
                    "state",
                    Demand.DETAIL);

    static final String CUSTOM = "custom";

    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern MODEL = Pattern.compile("[^\\p{Cntrl}\\s-][^\\p{Cntrl}]{0,199}");

    public Agent {
        command = List.copyOf(command);
        largeCommand = List.copyOf(largeCommand);
        environment = Map.copyOf(environment);
        tags = List.copyOf(tags);
        suitableFor = List.copyOf(suitableFor);
    }

    /// A CLI as it is, under its own name.
    static Agent of(Cli cli) {
        return read(cli.name(), new Section(cli.name(), Map.of("cli", cli.name())), false);
    }

    static Agent of(String name, Section section) {
        return read(name, section, true);
    }

    private static Agent read(String name, Section section, boolean registered) {
        section.allow(KEYS);
        List<String> command = section.strings("command");
        String cli = section.string("cli").orElse(command.isEmpty() ? name : CUSTOM);
        if (cli.equals(CUSTOM) == command.isEmpty()) {
            throw section.invalid(
                    command.isEmpty()
                            ? "is a custom agent without a command."
                            : "has a command, which only goes with `cli: custom`.");
        }
        List<String> large = section.strings("large_command");
        if (!cli.equals(CUSTOM) && !large.isEmpty()) {
            throw section.invalid("has a large_command, which only goes with `cli: custom`.");
        }
        return new Agent(
                name,
                cli,
                command,
                large,
                OutputFormat.of(section, "output").wireName(),
                checkedErrors(section.section("errors")),
                section.string("provider"),
                section.string("base_url").map(url -> checkedUrl(section, url)),
                section.string("model").map(model -> checkedModel(section, model)),
                section.string("key").map(key -> checkedKey(section, key)),
                Environments.checked(section, "environment"),
                section.string("mode").map(mode -> checkedMode(section, mode)),
                section.strings("tags"),
                section.strings("suitable_for"),
                section.string("cost"),
                section.string("speed"),
                section.duration("timeout"),
                section.count("limit"),
                section.string("description"),
                section.string("state").map(state -> checkedState(section, state)).orElse(false),
                section.string(Demand.DETAIL).map(demand -> Demand.checked(section, demand)),
                registered);
    }

    /// Whether a model's name can be handed to a CLI: it is no option and holds no control
    /// characters.
    static boolean isModelName(String model) {
        return MODEL.matcher(model).matches();
    }

    // It is put into a TOML string of the command line, so quotes and backslashes end here.
    private static String checkedUrl(Section section, String url) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            throw section.invalid("has a malformed base_url: " + malformed.getReason() + ".");
        }
        throw section.invalid("wants base_url to be http:// or https:// and hold no credentials.");
    }

    private static Section checkedErrors(Section section) {
        var _ = ErrorPatterns.of(section);
        return section;
    }

    private static String checkedModel(Section section, String model) {
        if (!isModelName(model)) {
            throw section.invalid("has a model that cannot be one.");
        }
        return model;
    }

    // A value in place of the name would be a secret in the wrong file: it is not repeated.
    private static String checkedKey(Section section, String key) {
        if (!KEY_NAME.matcher(key).matches()) {
            throw section.invalid(
                    "wants key to be the NAME of a secret in secrets.env, not its value.");
        }
        return key;
    }

    private static boolean checkedState(Section section, String state) {
        return switch (state) {
            case "private" -> true;
            case "shared" -> false;
            default -> throw section.invalid("wants state to be shared or private.");
        };
    }

    private static AgentMode checkedMode(Section section, String mode) {
        return AgentMode.ofWireName(mode)
                .orElseThrow(() ->
                        section.invalid(
                                "wants mode to be one of "
                                        + String.join(", ", AgentMode.wireNames())
                                        + "."
                                        + Suggestion.sentence(mode, AgentMode.wireNames())));
    }
}
