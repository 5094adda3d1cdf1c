package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import java.util.Set;

/// A way to have the kernel hold a command to its profile.
sealed interface Mechanism permits Bubblewrap {
    /// What a job's result says.
    String name();

    /// What it holds by itself for this profile, without the control groups of the placement.
    Set<Promise> holds(Profile profile);

    /// The plan whose command confines itself before it executes the plan's own.
    RunPlan confine(Profile profile, RunPlan plan);
}
