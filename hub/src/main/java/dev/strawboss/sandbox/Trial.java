package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of trying a mechanism here.
///
/// @param mechanism if it works
/// @param why in a sentence, why not
/// @param mend the command that changes that
record Trial(String name, Optional<Mechanism> mechanism, String why, String mend) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Runs next to nothing in a mechanism.
    ///
    /// @return what it said when it did not work
    static Optional<String> refusal(Mechanism mechanism, Host host) throws InterruptedException {
        RunPlan plan =
                new RunPlan(
                        List.of("/bin/sh", "-c", ":"),
                        host.files(),
                        Map.of(),
                        Optional.empty(),
                        PATIENCE,
                        0,
                        0);
        Profile profile = Grants.real(Profile.command(host.files()));
        RunPlan confined = mechanism.confine(profile, plan, host.files(), Start.UNDER_A_RUNNER);
        Command command =
                Command.of(Path.of("/"), confined.environment(), confined.command())
                        .timeout(PATIENCE);
        return switch (Processes.run(command)) {
            case Outcome.Ended ended when ended.succeeded() -> Optional.empty();
            case Outcome.Ended ended -> Optional.of(ended.stderr().text().strip());
            case Outcome.TimedOut _ -> Optional.of("it did not end in 10 s");
            case Outcome.NotStarted(String reason) -> Optional.of(reason);
        };
    }

    static Trial works(Mechanism mechanism) {
        return new Trial(mechanism.name(), Optional.of(mechanism), "", "");
    }

    static Trial fails(String name, String why, String mend) {
        return new Trial(name, Optional.empty(), why, mend);
    }
}
