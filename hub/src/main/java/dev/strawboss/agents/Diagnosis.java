package dev.strawboss.agents;

import dev.strawboss.config.JobEnvironment;
import dev.strawboss.config.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an agent's program stands to its catalog entry.
///
/// @param version what it says of itself; empty if it could not be asked
/// @param missingFlags what the catalog would use and its help does not know
/// @param warnings sentences a person should read
public record Diagnosis(
        AgentStatus status,
        Optional<String> version,
        List<String> missingFlags,
        List<String> warnings) {
    /// Runs a short command, its standard input empty.
    public interface Asking {
        /// @return what it printed on standard output; empty if it could not be run or failed
        Optional<String> output(List<String> command, Map<String, String> environment)
                throws InterruptedException;
    }

    public Diagnosis {
        missingFlags = List.copyOf(missingFlags);
        warnings = List.copyOf(warnings);
    }

    public boolean healthy() {
        return status.installed() && warnings.isEmpty();
    }

    /// @param own what the agent adds to its environment
    static Diagnosis of(
            AgentStatus status,
            Cli cli,
            Map<String, String> hub,
            Map<String, String> own,
            Asking asking)
            throws InterruptedException {
        if (status.binary().isEmpty()) {
            return new Diagnosis(
                    status,
                    Optional.empty(),
                    List.of(),
                    List.of(String.valueOf(Invocations.missing(status.agent(), cli).getMessage())));
        }
        Path binary = status.binary().get();
        Map<String, String> environment = JobEnvironment.of(hub, cli.pass());
        environment.putAll(cli.environment());
        environment.putAll(own);
        List<String> warnings = new ArrayList<>();

        Optional<String> version = Optional.empty();
        if (!cli.probe().version().isEmpty()) {
            version =
                    asking.output(words(binary, cli.probe().version()), environment)
                            .map(text -> Shown.text(text.strip(), 80));
            if (version.isEmpty()) {
                warnings.add("The program " + binary + " does not say its version.");
            }
        }
        List<String> missing = missingFlags(binary, cli.probe(), environment, asking);
        if (!missing.isEmpty()) {
            warnings.add(
                    "The help of "
                            + binary
                            + " does not mention "
                            + String.join(", ", missing)
                            + "; this version may not work.");
        }
        return new Diagnosis(status, version, missing, warnings);
    }

    private static List<String> missingFlags(
            Path binary, Cli.Probe probe, Map<String, String> environment, Asking asking)
            throws InterruptedException {
        if (probe.help().isEmpty() || probe.flags().isEmpty()) {
            return List.of();
        }
        String help = asking.output(words(binary, probe.help()), environment).orElse("");
        return probe.flags().stream().filter(flag -> !mentions(help, flag)).toList();
    }

    // "--model" must not be found in "--model-name"
    private static boolean mentions(String help, String flag) {
        for (int at = help.indexOf(flag); at >= 0; at = help.indexOf(flag, at + 1)) {
            int end = at + flag.length();
            if (end == help.length()
                    || !(Character.isLetterOrDigit(help.charAt(end)) || help.charAt(end) == '-')) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(Path binary, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(binary.toString()));
        words.addAll(arguments);
        return words;
    }
}
