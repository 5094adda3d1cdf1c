package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.util.Set;

/// A way to have the kernel hold a command to its profile.
sealed interface Mechanism permits Bubblewrap, Landlock, Seatbelt {
    /// What a job's result says.
    String name();

    /// Whether a command can work with this profile in it at all.
    boolean fits(Profile profile);

    /// What it holds by itself for this profile, without the control groups of the placement.
    Set<Promise> holds(Profile profile);

    /// The plan whose command confines itself before it executes the plan's own.
    ///
    /// @param attempt the attempt's directory
    RunPlan confine(Profile profile, RunPlan plan, Path attempt, Start start);
}
