package dev.strawboss.secrets;

import dev.strawboss.config.Keyring;
import dev.strawboss.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Secret Service of a Linux desktop, through secret-tool(1), which takes a value from standard
/// input and prints it to standard output.
///
/// @param owner tells secrets of one configuration from those of another
record SecretTool(Path program, String owner, Map<String, String> environment) implements Keyring {
    private static final String NAME = "secret-tool";

    @Override
    public String name() {
        return "the keyring (secret-tool)";
    }

    @Override
    public Optional<String> lookUp(String secret) throws Unreachable {
        Outcome.Ended ended = Keyrings.ended(command(List.of("lookup"), secret), environment, "");
        if (ended.succeeded()) {
            return Optional.of(Keyrings.text(ended.stdout()));
        }
        if (ended.status() == 1 && Keyrings.text(ended.stderr()).isBlank()) {
            return Optional.empty(); // it says so by saying nothing
        }
        throw Keyrings.complaint(NAME, ended);
    }

    @Override
    public void store(String secret, String value) throws Unreachable {
        List<String> words = List.of("store", "--label=Strawboss " + secret);
        Outcome.Ended ended = Keyrings.ended(command(words, secret), environment, value);
        if (!ended.succeeded()) {
            throw Keyrings.complaint(NAME, ended);
        }
    }

    @Override
    public void remove(String secret) throws Unreachable {
        Outcome.Ended ended = Keyrings.ended(command(List.of("clear"), secret), environment, "");
        if (!ended.succeeded() && !Keyrings.text(ended.stderr()).isBlank()) {
            throw Keyrings.complaint(NAME, ended);
        }
    }

    private List<String> command(List<String> words, String secret) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        command.addAll(List.of("application", "strawboss", "owner", owner, "name", secret));
        return command;
    }
}
