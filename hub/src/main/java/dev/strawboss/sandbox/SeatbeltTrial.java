package dev.strawboss.sandbox;

import java.util.Optional;

/// Finds out by trying whether [Seatbelt] works here.
record SeatbeltTrial(Host host) {
    Trial run() throws InterruptedException {
        if (host.program("sandbox-exec").isEmpty()) {
            return fails(
                    "The program sandbox-exec, a part of macOS, is missing.",
                    "ls -l /usr/bin/sandbox-exec");
        }
        Seatbelt seatbelt = new Seatbelt(host);
        Optional<String> refusal = Trial.refusal(seatbelt, host);
        return refusal.isEmpty()
                ? Trial.works(seatbelt)
                : fails(
                        "sandbox-exec does not work here: " + refusal.get() + ".",
                        "sandbox-exec -p '(version 1) (allow default)' true");
    }

    private static Trial fails(String why, String mend) {
        return Trial.fails(Seatbelt.NAME, why, mend);
    }
}
