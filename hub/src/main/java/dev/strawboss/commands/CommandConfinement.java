package dev.strawboss.commands;

import dev.strawboss.config.Configuration;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.process.Executables;
import dev.strawboss.sandbox.Grant;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.ProgramFiles;
import dev.strawboss.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a confined command sees: its directory, which it may write; the rest of the repository in
/// which that lies, its program and the person's tools, which it may read.
///
/// @param home the person's: a request may name another, which then is not there
record CommandConfinement(Configuration configuration, Path home) {
    /// @param script of the job, if it is one
    Profile profile(RunPlan plan, Path script) {
        Profile profile =
                SandboxSettings.apply(configuration, Profile.command(plan.directory()), home)
                        .network(configuration.value(SandboxSettings.NETWORK));
        for (Grant grant : program(plan)) {
            profile = profile.under(grant);
        }
        Optional<Path> repository = repository(plan.directory(), home);
        if (repository.isPresent()) {
            profile = profile.under(Grant.readable(repository.get()));
        }
        if (home.isAbsolute() && home.getNameCount() > 0) {
            profile = profile.home(home); // empty but for what is granted, under its usual name
        }
        return Files.exists(script) ? profile.with(Grant.readable(script)) : profile;
    }

    /// Tells whoever wonders why a confined command failed what it could not do.
    static void note(Map<String, Object> report) {
        Object network = report.get("sandbox_network");
        if (network == null || "none".equals(report.get("sandbox"))) {
            return;
        }
        List<Object> warnings = new ArrayList<>();
        if (report.get("warnings") instanceof List<?> others) {
            warnings.addAll(others);
        }
        warnings.add(
                "It ran in a sandbox: it writes only its directory, sees no files of the home but"
                        + " tools, network: "
                        + network
                        + ". If that is why it failed, a person can allow more: strawboss config set"
                        + " sandbox_readable, sandbox_network or egress.");
        report.put("warnings", warnings);
    }

    private static List<Grant> program(RunPlan plan) {
        Optional<Path> program = Executables.find(plan.command().getFirst(), plan.environment());
        return program.map(new ProgramFiles(plan.environment())::of).orElseGet(List::of);
    }

    /// The nearest directory above that git works in; a home that is one is not shown.
    private static Optional<Path> repository(Path directory, Path home) {
        for (Path each = directory; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"))) {
                boolean wide = home.startsWith(each);
                return wide || each.equals(directory) ? Optional.empty() : Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
