package dev.strawboss.cli;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TraceLevel;

/// The command line as a whole: which verbs there are and how they are read.
public final class Cli {
    /// Prints the help when there is no verb.
    @Command(
            name = "strawboss",
            mixinStandardHelpOptions = true,
            description =
                    "Hands work to coding agents and commands as durable jobs, and brings the results back.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "To begin: strawboss doctor looks whether everything is there, strawboss demo",
                "shows a small job from start to end.",
                "  strawboss dispatch \"Fix the failing test in src/date.py\"",
                "  strawboss run --timeout 10m -- make test"
            })
    private static final class Root implements Runnable {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private Cli() {}

    /// Runs one command line.
    ///
    /// @param more verbs that other packages bring
    /// @return the exit status: 0, or [dev.strawboss.errors.ErrorCode#exitStatus]
    public static int execute(
            String[] arguments, Session session, String version, List<Object> more) {
        CommandLine.tracer().setLevel(TraceLevel.OFF); // it prints warnings of its own
        CommandLine line = new CommandLine(new Root());
        List<Object> verbs =
                List.of(
                        new DispatchCommand(session),
                        runs(new RunCommand(session)),
                        new WaitCommand(session),
                        new JobCommand(session),
                        new JobsCommand(session),
                        new InboxCommand(session),
                        new WhyCommand(session),
                        new ReplyCommand(session),
                        new StopCommand(session),
                        new ControlCommands.Pause(session),
                        new ControlCommands.Resume(session),
                        new ControlCommands.Priority(session),
                        RecoveryCommand.verify(session),
                        RecoveryCommand.goOn(session),
                        RecoveryCommand.retry(session),
                        new ArchiveCommand(session),
                        new CleanupCommand(session),
                        new LogsCommand(session),
                        SetupCommands.agents(session),
                        SetupCommands.projects(session),
                        new QueueCommands(session),
                        ConfigCommands.line(session),
                        TokenCommands.line(session),
                        new HttpCommand(session),
                        new ClientsCommand(session),
                        new UndeleteCommand(session),
                        new DoctorCommand(session));
        verbs.forEach(line::addSubcommand);
        more.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Cli::withoutVersion);
        versioned(line, "strawboss " + version);
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // a directory may be called -d
        line.setAllowOptionsAsOptionParameters(true);
        // @FILE is a prompt's file, or a word of somebody's command
        line.setExpandAtFiles(false);
        Failures failures = new Failures(session, arguments);
        line.setParameterExceptionHandler((e, words) -> failures.misused(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
        return line.execute(arguments);
    }

    /// After the program's name everything is the command's, options too.
    private static CommandLine runs(RunCommand command) {
        return new CommandLine(command).setStopAtPositional(true);
    }

    private static void versioned(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(verb -> versioned(verb, version));
    }

    // There is one version: `strawboss --version`.
    private static void withoutVersion(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        CommandLine.Model.OptionSpec version = spec.findOption("--version");
        boolean method = spec.userObject() instanceof Method; // of which picocli counts the options
        if (version != null && !method) {
            spec.remove(version);
        }
        line.getSubcommands().values().forEach(Cli::withoutVersion);
    }
}
