package dev.strawboss.placement;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How an environment gets through a shell unchanged: nearly all of it is inherited, so no value
/// shows in a command line. Names that mean something to some shell, or to the loader of the
/// runner's own programs, are set by `env` right before the command; none of them is a secret.
///
/// @param inherited for the runner's process
/// @param assignments `NAME=value` for `env`
/// @param clear names that shells add by themselves
record CarriedEnvironment(
        Map<String, String> inherited, List<String> assignments, List<String> clear) {
    private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern LOADER_OR_BASH = Pattern.compile("(LD|BASH)_.*|BASH");
    private static final Set<String> SHELL_ADDS = Set.of("PWD", "OLDPWD", "SHLVL", "PATH");
    private static final Set<String> SHELL_MEANS =
            Set.of(
                    "PWD",
                    "OLDPWD",
                    "SHLVL",
                    "_",
                    "IFS",
                    "ENV",
                    "OPTIND",
                    "OPTARG",
                    "OPTERR",
                    "LINENO",
                    "PPID",
                    "UID",
                    "EUID",
                    "GROUPS",
                    "RANDOM",
                    "SRANDOM",
                    "SECONDS",
                    "EPOCHSECONDS",
                    "EPOCHREALTIME",
                    "HISTCMD",
                    "DIRSTACK",
                    "FUNCNAME",
                    "HOSTNAME",
                    "HOSTTYPE",
                    "MACHTYPE",
                    "OSTYPE",
                    "SHELLOPTS",
                    "BASHOPTS",
                    "POSIXLY_CORRECT",
                    "MAIL",
                    "MAILPATH",
                    "MAILCHECK",
                    "PS1",
                    "PS2",
                    "PS3",
                    "PS4",
                    "COLUMNS",
                    "LINES",
                    "STRAWBOSS_ATTEMPT");

    /// @param used names that the runner's own start needs otherwise
    static CarriedEnvironment of(Map<String, String> wanted, Set<String> used) {
        Map<String, String> inherited = new HashMap<>();
        List<String> assignments = new ArrayList<>();
        new TreeMap<>(wanted)
                .forEach((name, value) -> {
                    check(name);
                    if (used.contains(name)
                            || SHELL_MEANS.contains(name)
                            || LOADER_OR_BASH.matcher(name).matches()) {
                        assignments.add(name + "=" + value);
                    } else {
                        inherited.put(name, value);
                    }
                });
        List<String> clear =
                Stream.concat(SHELL_ADDS.stream(), used.stream())
                        .filter(name -> !inherited.containsKey(name))
                        .sorted()
                        .toList();
        return new CarriedEnvironment(inherited, assignments, clear);
    }

    private static void check(String name) {
        if (!SHELL_NAME.matcher(name).matches() || name.startsWith("sb_")) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The environment variable \"" + name + "\" cannot be handed to a command.",
                    "Use letters, digits and underscores, and do not begin with sb_ or a digit.");
        }
    }
}
