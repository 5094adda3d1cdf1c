package dev.strawboss.config;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.regex.Pattern;

/// The form of the names people give to agents and projects: safe as a file name and as a word in a
/// shell.
public final class Names {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

    private Names() {}

    public static boolean wellFormed(String name) {
        return FORM.matcher(name).matches();
    }

    /// @param noun such as `agent`
    /// @throws StrawbossException with [ErrorCode#INVALID_INPUT]
    public static String require(String noun, String name) {
        if (!wellFormed(name)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "\"" + Shown.text(name, 60) + "\" cannot be the name of the " + noun + ".",
                    "Use at most 64 letters, digits, dots, dashes and underscores, and neither a"
                            + " dot nor a dash first.");
        }
        return name;
    }
}
