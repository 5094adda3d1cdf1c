package dev.strawboss.torture;

import dev.strawboss.jobs.Jobs;
import dev.strawboss.store.Database;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Looks at a ground when its hub has stopped: whether each errand was done once and rightly, and
/// nothing of it is left.
final class Inspection {
    private static final List<Path> CONTROL_GROUPS =
            List.of(
                    Path.of("/sys/fs/cgroup/strawboss"),
                    Path.of("/sys/fs/cgroup/unified/strawboss"));

    private final Ground ground;
    private final Set<String> jobs;
    private final List<Fault> faults = new ArrayList<>();

    private Inspection(Ground ground, List<Told> all) {
        this.ground = ground;
        this.jobs = all.stream().map(Told::job).collect(Collectors.toSet());
    }

    /// @param all every errand of the ground
    static List<Fault> of(Ground ground, List<Told> all) throws IOException, InterruptedException {
        Inspection inspection = new Inspection(ground, all);
        for (Told told : all) {
            inspection.inspect(told);
        }
        inspection.repository();
        inspection.state();
        inspection.machine();
        return inspection.faults;
    }

    private void inspect(Told told) throws IOException, InterruptedException {
        if (told.end().isEmpty()) {
            fault(Fault.Sort.UNTOLD, told + ": its client was not told an end");
        } else if (told.state().equals("unknown")) {
            fault(Fault.Sort.UNKNOWN, told.toString());
        } else if (!told.state().equals(told.errand().end())) {
            fault(Fault.Sort.WRONG, told + " should be " + told.errand().end());
        }
        starts(told);
        if (told.state().equals("succeeded")) {
            work(told);
        }
    }

    private void starts(Told told) throws IOException {
        starts(told, ground.mark(told.number()));
        if (told.errand().hasParent()) {
            starts(told, ground.parentMark(told.number()));
        }
    }

    private void starts(Told told, Path mark) throws IOException {
        int starts = Files.exists(mark) ? Files.readAllLines(mark).size() : 0;
        if (starts > 1) {
            fault(Fault.Sort.TWICE, told + " was started " + starts + " times: " + mark);
        } else if (starts == 0 && !told.errand().isStopped()) {
            fault(Fault.Sort.WRONG, told + " was never started: " + mark);
        }
    }

    private void work(Told told) throws IOException, InterruptedException {
        String file = "work-" + told.number() + ".txt";
        String content = Integer.toString(told.number());
        if (told.errand().hasBranch()) {
            String branch = "strawboss/" + told.job();
            String commits =
                    ground.git(ground.repository(), "rev-list", "--count", "HEAD.." + branch);
            String found = ground.git(ground.repository(), "show", branch + ":" + file);
            if (!commits.equals("1") || !found.equals(content)) {
                fault(
                        Fault.Sort.WRONG,
                        told + ": " + commits + " commits on its branch, " + file + ": " + found);
            }
        } else if (told.errand() == Errand.AGENT_IN_PLACE) {
            Path made = ground.place().resolve(file);
            if (!Files.exists(made) || !Files.readString(made).strip().equals(content)) {
                fault(Fault.Sort.WRONG, told + ": " + made + " is not what the worker wrote");
            }
        }
        if (told.errand().asks()) {
            Path answer = ground.answer(told.number());
            String words = Files.exists(answer) ? Files.readString(answer).strip() : "";
            if (!words.equals("answer " + told.number())) {
                fault(Fault.Sort.LOST, told + " got the answer \"" + words + "\"");
            }
        }
        boolean changes = told.errand().hasBranch() || told.errand() == Errand.AGENT_IN_PLACE;
        if (changes && !String.valueOf(told.end().get("changed_files")).contains(file)) {
            fault(Fault.Sort.WRONG, told + " does not list " + file + " as changed");
        }
    }

    private void repository() throws IOException, InterruptedException {
        Path repository = ground.repository();
        String commits = ground.git(repository, "rev-list", "--count", "HEAD");
        String changed = ground.git(repository, "status", "--porcelain");
        if (!commits.equals("1") || !changed.isEmpty()) {
            fault(
                    Fault.Sort.WRONG,
                    "the checkout was touched: %s commits, changed: %s"
                            .formatted(commits, changed));
        }
        known("worktree", repository.resolve(".git/worktrees"), "strawboss-");
        known("branch", repository.resolve(".git/refs/heads/strawboss"), "");
    }

    private void state() throws IOException {
        Path state = ground.home().state();
        known("workspace", state.resolve("workspaces"), "");
        for (String mark : names(state.resolve("done"))) {
            fault(Fault.Sort.WRONG, "the mark of " + mark + " is left");
        }
        try (Database database = Database.open(state.resolve("strawboss.db"))) {
            Jobs.audit(database).forEach(sentence -> fault(Fault.Sort.WRONG, sentence));
        }
    }

    private void machine() throws IOException, InterruptedException {
        for (Path group : CONTROL_GROUPS) {
            for (String name : names(group)) {
                if (jobs.contains(name.replaceFirst("-\\d+$", ""))) {
                    fault(Fault.Sort.WRONG, "the control group of " + name + " is left");
                }
            }
        }
        Strays.of(ground.directory())
                .forEach(stray -> fault(Fault.Sort.WRONG, "left running: " + stray));
    }

    /// Nothing may lie there that is no job's.
    private void known(String what, Path directory, String prefix) throws IOException {
        for (String name : names(directory)) {
            if (!jobs.contains(name.substring(Math.min(name.length(), prefix.length())))) {
                fault(Fault.Sort.WRONG, "there is a " + what + " of nobody: " + name);
            }
        }
    }

    private static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            }
        }
        return names;
    }

    private void fault(Fault.Sort sort, String sentence) {
        faults.add(new Fault(sort, sentence));
    }
}
