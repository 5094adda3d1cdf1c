package dev.strawboss.demo;

import dev.strawboss.bridge.Home;
import dev.strawboss.client.HubClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run of the demo, told on a terminal.
final class Demo {
    private final HubClient hub;
    private final Home home;
    private final Map<String, String> environment;
    private final String launcher;
    private final PrintWriter out;

    /// @param launcher what the person typed to start us, for the commands to type next
    Demo(
            HubClient hub,
            Home home,
            Map<String, String> environment,
            String launcher,
            PrintWriter out) {
        this.hub = hub;
        this.home = home;
        this.environment = environment;
        this.launcher = launcher;
        this.out = out;
    }

    /// @return whether the work came back
    boolean run(Optional<DemoWorker> real) throws IOException, InterruptedException {
        DemoProject project = DemoProject.create(environment);
        say("A small git project:  " + project.directory());
        say("The task:             " + DemoProject.TASK);
        if (real.isPresent() && delegate(project, real.get())) {
            return true;
        }
        String why = real.isPresent() ? "in its place" : "no agent CLI with a login was found";
        try {
            return delegate(project, DemoWorker.scripted(home, project.place(), why));
        } finally {
            DemoWorker.forget(home);
        }
    }

    private boolean delegate(DemoProject project, DemoWorker worker) throws InterruptedException {
        String before = project.git("rev-parse", "HEAD");
        DemoJob job = DemoJob.dispatch(hub, worker.agent(), project.directory(), DemoProject.TASK);
        say("The worker:           " + worker.sentence());
        say("The job:              " + job.id());
        say("");
        long start = System.nanoTime();
        Map<String, Object> end =
                job.await(worker.talks(), line -> say(elapsed(start) + "  " + line));
        say("");
        if (!"succeeded".equals(end.get("state"))) {
            say("It failed: " + end.get("reason"));
            say("More of it:           " + launcher + " why " + job.id());
            say("");
            return false;
        }
        String branch = String.valueOf(end.get("branch"));
        if (!worker.talks()) {
            say("The worker says:      " + firstLine(end));
            say("");
        }
        showSandbox(end);
        showDiff(project, branch);
        showCheckout(project, before);
        showNext(project, job.id(), branch);
        return true;
    }

    private static String firstLine(Map<String, Object> job) {
        return String.valueOf(job.getOrDefault("text", "")).lines().findFirst().orElse("");
    }

    private void showSandbox(Map<String, Object> job) {
        say("Its sandbox:          " + job.getOrDefault("sandbox", "none"));
        if (job.get("sandbox_why") instanceof List<?> why) {
            why.forEach(sentence -> say("                      " + sentence));
        }
        say("");
    }

    private void showDiff(DemoProject project, String branch) throws InterruptedException {
        say("What came back, on the branch " + branch + ":");
        say("");
        project.git("diff", "--no-color", "--no-ext-diff", "main", branch)
                .lines()
                .forEach(line -> say("    " + line));
        say("");
    }

    private void showCheckout(DemoProject project, String before) throws InterruptedException {
        boolean untouched =
                project.git("rev-parse", "HEAD").equals(before)
                        && project.git("status", "--porcelain").isEmpty();
        say(
                untouched
                        ? "Your checkout is as it was: branch main, nothing changed."
                        : "Your checkout was CHANGED; look at: git -C "
                                + project.directory()
                                + " status");
        say("");
    }

    private void showNext(DemoProject project, String job, String branch) {
        say("What you can do now:");
        next("git -C " + project.directory() + " merge " + branch, "take the change in");
        next(launcher + " job " + job, "the whole story of this job");
        next(launcher + " install", "let claude, codex, gemini and opencode delegate like this");
        next("rm -r " + project.place(), "forget the demo");
    }

    private void next(String command, String what) {
        say("    " + command);
        say("        " + what);
    }

    private static String elapsed(long start) {
        return "%5.1f s".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
