package dev.strawboss.cli;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line as a whole: which verbs there are, how errors are said, how it ends.
public final class Cli {
    /// Prints the help when there is no verb.
    @Command(
            name = "strawboss",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Hands work to coding agents and commands as durable jobs, and brings the results back.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private Cli() {}

    /// Runs one command line.
    ///
    /// @param more verbs that other packages bring
    /// @return the exit status: 0, or [ErrorCode#exitStatus]
    public static int execute(String[] arguments, Session session, List<Object> more) {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new DispatchCommand(session));
        line.addSubcommand(new RunCommand(session));
        line.addSubcommand(new WaitCommand(session));
        line.addSubcommand(new JobCommand(session));
        line.addSubcommand(new JobsCommand(session));
        line.addSubcommand(new WhyCommand(session));
        line.addSubcommand(new StopCommand(session));
        line.addSubcommand(new LogsCommand(session));
        line.addSubcommand(SetupCommands.agents(session));
        line.addSubcommand(SetupCommands.projects(session));
        more.forEach(line::addSubcommand);
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, words) -> misused(e, session));
        line.setExecutionExceptionHandler(
                (e, command, parsed) -> failed(e, session, List.of(arguments).contains("--json")));
        return line.execute(arguments);
    }

    private static int misused(CommandLine.ParameterException e, Session session) {
        String message = String.valueOf(e.getMessage());
        CommandLine command = e.getCommandLine();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            message =
                    "there is no "
                            + (option ? "option " : "command ")
                            + word
                            + "."
                            + Suggestion.sentence(
                                    word,
                                    option
                                            ? command.getCommandSpec().optionsMap().keySet()
                                            : command.getSubcommands().keySet());
        }
        session.tell(message + " See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ErrorCode.INVALID_INPUT.exitStatus();
    }

    private static int failed(Exception e, Session session, boolean json) throws Exception {
        if (!(e instanceof StrawbossException known)) {
            throw e;
        }
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", known.code().wireName());
            error.put("message", String.valueOf(known.getMessage()));
            error.put("hint", known.hint());
            session.out().println(Json.write(Map.of("error", error)));
        }
        session.tell((known.getMessage() + " " + known.hint()).strip());
        return known.code().exitStatus();
    }
}
