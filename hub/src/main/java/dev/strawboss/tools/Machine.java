package dev.strawboss.tools;

import dev.strawboss.agents.Diagnosis;
import java.util.List;

/// What a doctor needs of the machine that the hub runs on.
public interface Machine {
    /// Everything that is not an agent: Java, git, how processes are ended, the state.
    List<Check> checks() throws InterruptedException;

    /// Runs an agent's program to ask it something.
    Diagnosis.Asking asking();
}
