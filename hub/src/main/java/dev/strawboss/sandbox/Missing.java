package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Unbounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a profile promises and this machine does not do, in words: why, and what mends it.
///
/// @param tried the mechanisms, best first
/// @param used the one that is to confine
record Missing(Host host, List<Trial> tried, Optional<Mechanism> used, Set<Promise> promises) {
    /// An ordinary user rarely has control groups: that their bounds are missing is said, and no
    /// reason to refuse.
    ///
    /// @throws StrawbossException `SANDBOX_UNAVAILABLE` if anything else is missing
    void refuse() {
        List<Promise> needed =
                promises.stream()
                        .filter(promise -> host.root() || !promise.needsControlGroup())
                        .toList();
        if (needed.isEmpty()) {
            return;
        }
        Trial first = tried.getFirst();
        if (first.mechanism().isEmpty()) {
            throw refusal(
                    "The job must run in a sandbox, and there is none here: " + first.why(),
                    first.mend());
        }
        String names = String.join(", ", needed.stream().map(Promise::wireName).toList());
        if (needed.stream().allMatch(Promise::needsControlGroup)) {
            Unbounded groups = Unbounded.here();
            throw refusal(
                    "The job must be bounded in " + names + ", and cannot be here: " + groups.why(),
                    groups.mend());
        }
        throw refusal(
                "The sandbox does not hold here what the job needs: " + names + ".",
                host.mac()
                        ? "strawboss config set sandbox best (results then name what is missing)"
                        : "strawboss sandbox check");
    }

    private static StrawbossException refusal(String why, String mend) {
        return new StrawbossException(ErrorCode.SANDBOX_UNAVAILABLE, why, "Try: " + mend);
    }

    /// Why the best one is not what confines, and why nothing bounds all processes together.
    List<String> why() {
        List<String> why = new ArrayList<>();
        for (Trial trial : tried) {
            if (used.isPresent() && trial.mechanism().equals(used)) {
                break;
            }
            why.add(
                    trial.mechanism().isEmpty()
                            ? trial.why() + " Try: " + trial.mend()
                            : trial.name()
                                    + " cannot show a file elsewhere than it is, nor a job its way to"
                                    + " the hub.");
        }
        if (used.isPresent() && promises.stream().anyMatch(Promise::needsControlGroup)) {
            Unbounded groups = Unbounded.here();
            why.add(groups.why() + " Try: " + groups.mend());
        }
        return why;
    }
}
