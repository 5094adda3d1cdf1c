package dev.strawboss.sandbox;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out by trying whether [Landlock] works here.
record LandlockTrial(Host host) {
    Trial run() throws InterruptedException {
        Optional<String> perl = host.program("perl");
        Optional<SystemCalls> calls = host.calls();
        if (calls.isEmpty()) {
            return fails(
                    "The calls of the kernel on " + host.architecture() + " are not known.",
                    "strawboss config set sandbox best");
        }
        if (perl.isEmpty()) {
            return fails("It needs perl.", "apt-get install perl-base");
        }
        int abi = abi(perl.get(), calls.get());
        if (abi < 1) {
            return fails(
                    "The kernel has no Landlock, or it is not switched on (lsm=...,landlock).",
                    "cat /sys/kernel/security/lsm");
        }
        Landlock landlock = new Landlock(host, calls.get(), abi);
        Optional<String> refusal = Trial.refusal(landlock, host);
        return refusal.isEmpty()
                ? Trial.works(landlock)
                : fails("It does not work here: " + refusal.get() + ".", "strawboss sandbox check");
    }

    /// LANDLOCK_CREATE_RULESET_VERSION of landlock_create_ruleset(2).
    private static int abi(String perl, SystemCalls calls) throws InterruptedException {
        String script = "print syscall(" + calls.number("landlock_create_ruleset") + ", 0, 0, 1)";
        Outcome outcome =
                Processes.run(Command.of(Path.of("/"), Map.of(), List.of(perl, "-e", script)));
        return outcome instanceof Outcome.Ended ended && ended.succeeded()
                ? Integer.parseInt(ended.stdout().text().strip())
                : 0;
    }

    private static Trial fails(String why, String mend) {
        return Trial.fails(Landlock.NAME, why, mend);
    }
}
