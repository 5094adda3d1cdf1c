package dev.strawboss.secrets;

import dev.strawboss.config.Keyring;
import dev.strawboss.process.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The login keychain of macOS, through security(1). A value goes to it as a command on its
/// standard input (`security -i`) and in hexadecimal, so that nothing in it has a meaning there. It
/// prints what is not ASCII in another form, and cuts lines off after 4,096 bytes: such values are
/// refused.
///
/// @param owner tells secrets of one configuration from those of another
record MacKeychain(Path program, String owner, Map<String, String> environment) implements Keyring {
    private static final String NAME = "security";
    private static final Pattern FIT = Pattern.compile("[\\x20-\\x7e]{1,1900}");

    /// errSecItemNotFound as an exit status.
    private static final int NOT_FOUND = 44;

    @Override
    public String name() {
        return "the keychain (security)";
    }

    @Override
    public Optional<String> lookUp(String secret) throws Unreachable {
        Outcome.Ended ended =
                Keyrings.ended(
                        List.of(
                                program.toString(),
                                "find-generic-password",
                                "-s",
                                owner,
                                "-a",
                                secret,
                                "-w"),
                        environment,
                        "");
        if (ended.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!ended.succeeded()) {
            throw Keyrings.complaint(NAME, ended);
        }
        return Optional.of(Keyrings.text(ended.stdout()).replaceFirst("\n$", ""));
    }

    @Override
    public void store(String secret, String value) throws Unreachable {
        if (!FIT.matcher(value).matches()) {
            throw new Unreachable("it takes at most 1,900 characters of ASCII");
        }
        String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.US_ASCII));
        String line =
                "add-generic-password -U -s %s -a %s -l Strawboss-%s -X %s\n"
                        .formatted(owner, secret, secret, hex);
        Outcome.Ended ended = Keyrings.ended(List.of(program.toString(), "-i"), environment, line);
        if (!ended.succeeded()) {
            throw Keyrings.complaint(NAME, ended);
        }
    }

    @Override
    public void remove(String secret) throws Unreachable {
        Outcome.Ended ended =
                Keyrings.ended(
                        List.of(
                                program.toString(),
                                "delete-generic-password",
                                "-s",
                                owner,
                                "-a",
                                secret),
                        environment,
                        "");
        if (!ended.succeeded() && ended.status() != NOT_FOUND) {
            throw Keyrings.complaint(NAME, ended);
        }
    }
}
