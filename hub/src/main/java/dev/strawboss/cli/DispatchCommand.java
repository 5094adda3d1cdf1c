package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss dispatch`: hands a prompt to a coding agent.
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description = "Hand a prompt to a coding agent; waits for the result unless --detach.")
final class DispatchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private final JobOptions options = new JobOptions();

    @Parameters(
            paramLabel = "PROMPT",
            description = "The task; - reads it from standard input, @FILE from a file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String prompt;

    @Option(
            names = {"-a", "--agent"},
            paramLabel = "NAME",
            description = "The agent; see `strawboss agents`.")
    private @Nullable String agent;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME",
            description = "The model.")
    private @Nullable String model;

    @Option(names = "--mode", paramLabel = "MODE", description = "auto or read-only.")
    private @Nullable String mode;

    @Option(
            names = "--strawboss-tools",
            description = "Let the agent use Strawboss's tools itself.")
    private boolean tools;

    @Option(
            names = "--sandbox",
            description = "Confine it by the kernel, in a clone of the repository.")
    private boolean sandbox;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    DispatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("prompt", text());
        JobOptions.put(arguments, "agent", agent);
        JobOptions.put(arguments, "model", model);
        JobOptions.put(arguments, "mode", mode);
        if (tools) {
            arguments.put("strawboss_tools", true);
        }
        if (sandbox) {
            arguments.put("sandbox", true);
        }
        options.put(arguments, session);
        try (HubClient client = session.clients().get()) {
            HubClient.Reply accepted = client.call("dispatch", arguments, ProgressListener.NONE);
            if (options.detach()) {
                session.print(accepted, json, null);
                return 0;
            }
            String id = String.valueOf(accepted.structured().get("job"));
            try (var _ = Interruption.leaves(session, id)) {
                HubClient.Reply done =
                        new Follower(session, client, id)
                                .awaitEnd(" (strawboss logs -f " + id + " shows its output)");
                session.print(done, json, "jobs");
                return Outcomes.exitStatus(WaitCommand.jobs(done).getFirst());
            }
        }
    }

    private String text() throws IOException {
        if (prompt.equals("-")) {
            return utf8(session.in().readAllBytes(), "Standard input");
        }
        if (!prompt.startsWith("@")) {
            return prompt;
        }
        Path file = session.directory().resolve(prompt.substring(1));
        if (!Files.isRegularFile(file)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is no file " + file + " to read the prompt from.",
                    "For a prompt that begins with @, pass it on standard input: strawboss dispatch -");
        }
        return utf8(Files.readAllBytes(file), "The file " + file);
    }

    private static String utf8(byte[] bytes, String source) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    source + " is not text in UTF-8, so it is no prompt.",
                    "Convert it first, for example: iconv -f latin1 -t utf-8",
                    e);
        }
    }
}
