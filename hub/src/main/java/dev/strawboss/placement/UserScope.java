package dev.strawboss.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A scope of the user's own systemd for each attempt: an ordinary user's way to [ControlGroup].
/// The runner is in the scope, the command in a control group below it. Only where systemd keeps
/// the user's processes after the last logout ("linger"): else it would end running jobs then.
///
/// @param slice the control group in which systemd puts scopes
/// @param systemdRun path of the program
/// @param runtime the user's XDG_RUNTIME_DIR, where systemd listens
record UserScope(Path slice, String systemdRun, Path runtime) implements TreeKill {
    static final String NAME = "user_scope";

    /// Processes of the runner, which is in the scope as well.
    private static final int OF_THE_RUNNER = 32;

    /// @param name the user's
    static Optional<UserScope> ofTheSystem(Tools tools, String name) {
        Optional<Path> runtime = ownRuntime();
        if (runtime.isEmpty()
                || !Files.exists(runtime.get().resolve("systemd/private"))
                || !Files.exists(Path.of("/var/lib/systemd/linger", name))) {
            return Optional.empty();
        }
        return tools.find("systemd-run")
                .flatMap(program ->
                        ControlGroup.hierarchy()
                                .map(root -> new UserScope(root, program, runtime.get())));
    }

    private static Optional<Path> ownRuntime() {
        try {
            Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return Optional.of(Path.of("/run/user", uid.toString()));
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String scope(String attempt) {
        return slice.resolve(unit(attempt) + ".scope").resolve("command").toString();
    }

    private static String unit(String attempt) {
        return "strawboss-" + attempt;
    }

    /// What systemd was handed down for this user: by default memory and pids, since version 252
    /// cpu too.
    @Override
    public Set<String> bounds() {
        Path service = slice;
        for (Path up = slice; up != null; up = up.getParent()) {
            if (String.valueOf(up.getFileName()).startsWith("user@")) {
                service = up;
            }
        }
        List<String> controllers =
                List.of(new GroupTree(service).read("cgroup.controllers").split(" ", -1));
        Set<String> bounds = new HashSet<>();
        Map.of("memory", "memory", "cpu", "cpu", "pids", "processes")
                .forEach((controller, bound) -> {
                    if (controllers.contains(controller)) {
                        bounds.add(bound);
                    }
                });
        return bounds;
    }

    @Override
    public List<String> launcher(String attempt, Confinement confinement) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/env",
                                "XDG_RUNTIME_DIR=" + runtime,
                                systemdRun,
                                "--user",
                                "--scope",
                                "--quiet",
                                "--collect",
                                "--property=Delegate=yes"));
        Set<String> bounds = confinement.bounded() ? bounds() : Set.of();
        if (bounds.contains("memory") && confinement.memory() > 0) {
            line.add("--property=MemoryMax=" + confinement.memory());
            line.add("--property=MemorySwapMax=0");
        }
        if (bounds.contains("cpu") && confinement.cpus() > 0) {
            line.add(
                    "--property=CPUQuota="
                            + Math.max(1, Math.round(confinement.cpus() * 100))
                            + "%");
        }
        if (bounds.contains("processes") && confinement.processes() > 0) {
            line.add("--property=TasksMax=" + (confinement.processes() + OF_THE_RUNNER));
        }
        line.addAll(List.of("--unit=" + unit(attempt), "--"));
        return line;
    }

    @Override
    public Set<String> uses() {
        return Set.of("XDG_RUNTIME_DIR", "INVOCATION_ID");
    }

    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        return command;
    }

    @Override
    public Set<Long> members(RunHandle run) {
        return group().members(run);
    }

    @Override
    public void kill(RunHandle run) {
        group().kill(run);
    }

    @Override
    public boolean pause(RunHandle run) {
        return group().pause(run);
    }

    @Override
    public void resume(RunHandle run) throws InterruptedException {
        group().resume(run);
    }

    /// systemd removes the scope itself once it is empty.
    @Override
    public void close(String scope) throws InterruptedException {
        group().close(scope);
    }

    private ControlGroup group() {
        return new ControlGroup(slice);
    }
}
