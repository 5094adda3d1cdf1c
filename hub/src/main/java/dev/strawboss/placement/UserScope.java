package dev.strawboss.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Override
    public List<String> launcher(String attempt) {
        return List.of(
                "/usr/bin/env",
                "XDG_RUNTIME_DIR=" + runtime,
                systemdRun,
                "--user",
                "--scope",
                "--quiet",
                "--collect",
                "--property=Delegate=yes",
                "--unit=" + unit(attempt),
                "--");
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
