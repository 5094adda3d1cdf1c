package dev.strawboss.sandbox;

import java.util.Optional;

/// What came of trying a mechanism here.
///
/// @param mechanism if it works
/// @param why in a sentence, why not
/// @param mend the command that changes that
record Trial(String name, Optional<Mechanism> mechanism, String why, String mend) {
    static Trial works(Mechanism mechanism) {
        return new Trial(mechanism.name(), Optional.of(mechanism), "", "");
    }

    static Trial fails(String name, String why, String mend) {
        return new Trial(name, Optional.empty(), why, mend);
    }
}
