package dev.strawboss.servers;

import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts in what stands for something else: `${VAR}`, `${VAR:-otherwise}`, `${env:VAR}`, `{env:VAR}`
/// for variables, `${input:id}`, `${secret:NAME}`, `{secret:NAME}` and a whole `secret:NAME` for
/// secrets. What is put in is not looked at again, so nothing can go round in a circle, and a
/// variable cannot ask for a secret.
final class References {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\$\\{(?<kind>env:|input:|secret:)?(?<name>[^}:]*+)(?::-(?<otherwise>[^}]*+))?\\}"
                            + "|\\{(?<braced>env:|secret:)(?<inner>[^}]*+)\\}");
    private static final Pattern WHOLE = Pattern.compile("secret:([A-Za-z_][A-Za-z0-9_]*)");
    private static final List<String> HOMES = List.of("userHome", "HOME");

    private final Map<String, String> environment;
    private final Function<String, Optional<String>> secrets;
    private final Map<String, String> inputs;

    /// @param inputs what VS Code's inputs fall back to, by id
    References(
            Map<String, String> environment,
            Function<String, Optional<String>> secrets,
            Map<String, String> inputs) {
        this.environment = environment;
        this.secrets = secrets;
        this.inputs = inputs;
    }

    /// @param server for sentences
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if something is not there
    String resolved(String server, String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return secret(server, whole.group(1));
        }
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            reference.appendReplacement(
                    resolved, Matcher.quoteReplacement(value(server, reference)));
        }
        return reference.appendTail(resolved).toString();
    }

    private String value(String server, Matcher reference) {
        String braced = reference.group("braced");
        if (braced != null) {
            String name = reference.group("inner");
            return braced.equals("env:") ? variable(server, name) : secret(server, name);
        }
        String name = reference.group("name");
        String otherwise = reference.group("otherwise");
        return switch (reference.group("kind")) {
            case "secret:" -> secret(server, name);
            case "input:" -> input(server, name);
            case null, default ->
                    otherwise == null
                            ? variable(server, name)
                            : Optional.ofNullable(environment.get(name))
                                    .filter(value -> !value.isEmpty())
                                    .orElse(otherwise);
        };
    }

    private String variable(String server, String name) {
        String value = environment.get(HOMES.contains(name) ? "HOME" : name);
        if (value == null) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    server
                            + " wants the variable "
                            + shown(name)
                            + ", which the hub does not have.",
                    "Set it in your login shell or below environment in config.yaml; or keep the"
                            + " value (strawboss secret set NAME) and write secret:NAME.");
        }
        return value;
    }

    private String secret(String server, String name) {
        return secrets.apply(name)
                .orElseThrow(() -> missing(server, "the secret " + shown(name), name));
    }

    private String input(String server, String id) {
        return secrets.apply(id)
                .or(() -> secrets.apply(SecretNames.of(id)))
                .or(() -> Optional.ofNullable(inputs.get(id)).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> missing(server, "the input " + shown(id), SecretNames.of(id)));
    }

    private static StrawbossException missing(String server, String what, String name) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                server + " wants " + what + ", which is not kept.",
                "strawboss secret set " + shown(name));
    }

    private static String shown(String name) {
        return Shown.text(name, 60);
    }
}
