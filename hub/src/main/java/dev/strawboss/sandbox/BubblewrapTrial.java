package dev.strawboss.sandbox;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out by trying whether [Bubblewrap] works here, and if not, what mends it.
///
/// @param switches where the kernel shows its own: /proc/sys
record BubblewrapTrial(Host host, Path switches) {
    /// The right to make namespaces for this program alone, in the words of Ubuntu's own profiles
    /// of that kind (/etc/apparmor.d/flatpak and others).
    private static final String APPARMOR_PROFILE =
            "printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap PROGRAM"
                    + " flags=(unconfined) { userns, }\\n' | sudo tee /etc/apparmor.d/bwrap >/dev/null"
                    + " && sudo apparmor_parser -r /etc/apparmor.d/bwrap";

    /// In bubblewrap since 0.5.0, of 2021.
    private static final String NEEDED = "--perms";

    BubblewrapTrial(Host host) {
        this(host, Path.of("/proc/sys"));
    }

    Trial run() throws InterruptedException {
        Optional<String> bwrap = host.program("bwrap");
        Optional<SystemCalls> calls = host.calls();
        if (bwrap.isEmpty()) {
            return fails("Bubblewrap is not installed.", "apt-get install bubblewrap");
        }
        if (calls.isEmpty()) {
            return fails(
                    "The calls of the kernel on " + host.architecture() + " are not known.",
                    "strawboss config set sandbox best");
        }
        if (!host.root() && host.program("prlimit").isEmpty()) {
            return fails("The program prlimit is missing.", "apt-get install util-linux");
        }
        if (host.root() && host.program("perl").isEmpty()) {
            return fails(
                    "Root gives up being root with the help of perl, which is missing.",
                    "apt-get install perl-base");
        }
        Set<String> options = options(bwrap.get());
        if (!options.contains(NEEDED)) {
            return fails(
                    "Bubblewrap is too old here: it does not know "
                            + NEEDED
                            + ", which 0.5.0 and later do.",
                    "apt-get install --only-upgrade bubblewrap");
        }
        return tried(new Bubblewrap(host, bwrap.get(), options, calls.get()), bwrap.get());
    }

    private Trial tried(Bubblewrap bubblewrap, String program) throws InterruptedException {
        Optional<String> refusal = Trial.refusal(bubblewrap, host);
        return refusal.isEmpty() ? Trial.works(bubblewrap) : refused(refusal.get(), program);
    }

    /// The known reasons for which a kernel refuses namespaces to users.
    ///
    /// @param said by the programs that confine
    /// @param bwrap path of the program
    Trial refused(String said, String bwrap) {
        if (says("user/max_user_namespaces", "0")) {
            return fails(
                    "User namespaces are switched off here (user.max_user_namespaces is 0).",
                    "sudo sysctl user.max_user_namespaces=15000");
        }
        if (says("kernel/unprivileged_userns_clone", "0")) {
            return fails(
                    "User namespaces are for root only here (kernel.unprivileged_userns_clone is 0).",
                    "sudo sysctl kernel.unprivileged_userns_clone=1");
        }
        if (says("kernel/apparmor_restrict_unprivileged_userns", "1")) {
            return fails(
                    "AppArmor keeps user namespaces from bubblewrap here"
                            + " (kernel.apparmor_restrict_unprivileged_userns is 1).",
                    APPARMOR_PROFILE.replace("PROGRAM", bwrap));
        }
        return fails("Bubblewrap does not work here: " + said + ".", "strawboss sandbox check");
    }

    private static Trial fails(String why, String mend) {
        return Trial.fails(Bubblewrap.NAME, why, mend);
    }

    private boolean says(String file, String value) {
        try {
            return Files.readString(switches.resolve(file)).strip().equals(value);
        } catch (IOException _) {
            return false; // this kernel has no such switch
        }
    }

    private static Set<String> options(String bwrap) throws InterruptedException {
        Set<String> options = new HashSet<>();
        Outcome outcome =
                Processes.run(Command.of(Path.of("/"), Map.of(), List.of(bwrap, "--help")));
        if (outcome instanceof Outcome.Ended(_, var stdout, var stderr)) {
            for (String word : (stdout.text() + stderr.text()).split("\\s+", -1)) {
                if (word.startsWith("--")) {
                    options.add(word);
                }
            }
        }
        return Set.copyOf(options);
    }
}
