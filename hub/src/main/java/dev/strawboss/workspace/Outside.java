package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What changed in a repository during a run outside of the job's own branch: named, and old refs
/// kept. It may have been the worker or the person, so it is never put back by itself.
final class Outside {
    private static final int NAMED = 20;
    private static final int KEPT = 200;
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(url|token|password|header|credential|proxy|secret|insteadof).*");

    private final Git git;
    private final JobPlace place;
    private final Snapshot before;
    private final List<String> warnings = new ArrayList<>();

    Outside(Git git, JobPlace place, Snapshot before) {
        this.git = git;
        this.place = place;
        this.before = before;
    }

    /// @param own a ref that may change: the branch of a job that works in place
    List<String> warnings(Repository repository, Map<String, String> refs, String own)
            throws IOException, InterruptedException {
        List<String> changed = before.changedRefs(refs);
        changed.remove(own);
        for (String name : changed.subList(0, Math.min(KEPT, changed.size()))) {
            describe(name, refs);
        }
        shorten(changed.size());
        List<String> files = before.changedFiles(Snapshot.files(repository));
        for (String name : files) {
            describeFile(name, repository);
        }
        return warnings;
    }

    private void describe(String name, Map<String, String> now)
            throws IOException, InterruptedException {
        String old = before.refs().get(name);
        String fresh = now.get(name);
        String shown = Git.shown(name);
        if (old == null) {
            warnings.add(shown + " was made during the run, at " + fresh + ".");
            return;
        }
        String change =
                fresh == null
                        ? shown + " was deleted during the run; it was at " + old + "."
                        : shown + " changed during the run, from " + old + " to " + fresh + ".";
        String rescue = place.rescueRef(name);
        Optional<String> kept = git.attempt("", "update-ref", "--no-deref", rescue, old);
        warnings.add(
                change
                        + (kept.isPresent()
                                ? " To put it back: git update-ref "
                                        + shown
                                        + " "
                                        + Git.shown(rescue)
                                : " The old commit could not be kept."));
    }

    private void shorten(int changed) {
        if (changed > NAMED) {
            warnings.subList(NAMED, warnings.size()).clear();
            warnings.add(
                    (changed - NAMED)
                            + " more refs changed during the run; the old ones are under "
                            + place.rescueRef("refs"));
        }
    }

    private void describeFile(String name, Repository repository)
            throws IOException, InterruptedException {
        Path file =
                name.equals("HEAD")
                        ? repository.gitDirectory().resolve(name)
                        : repository.common().resolve(name);
        String before = this.before.files().get(name);
        if (name.equals("config")) {
            describeSettings(Snapshot.settings(git, repository), file);
        } else {
            warnings.add(file + (before == null ? " was made" : " changed") + " during the run.");
        }
    }

    private void describeSettings(String now, Path file) {
        Map<String, String> old = parse(before.settings());
        Map<String, String> fresh = parse(now);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        keys.removeIf(key -> String.valueOf(old.get(key)).equals(String.valueOf(fresh.get(key))));
        if (keys.isEmpty()) {
            warnings.add(file + " changed during the run, but no setting in it.");
        }
        keys.stream()
                .limit(NAMED)
                .forEach(key ->
                        warnings.add(
                                file
                                        + ": "
                                        + Git.shown(key)
                                        + " changed during the run, from "
                                        + value(key, old)
                                        + " to "
                                        + value(key, fresh)
                                        + "."));
    }

    private static Map<String, String> parse(String listed) {
        Map<String, String> values = new TreeMap<>();
        for (String entry : listed.split("\0", -1)) {
            int end = entry.indexOf('\n');
            if (!entry.isEmpty()) {
                values.merge(
                        end < 0 ? entry : entry.substring(0, end),
                        end < 0 ? "true" : entry.substring(end + 1),
                        (a, b) -> a + ", " + b);
            }
        }
        return values;
    }

    private static String value(String key, Map<String, String> values) {
        String value = values.get(key);
        if (value == null) {
            return "nothing";
        }
        if (SECRET.matcher(key).matches()) {
            return "a value not shown here";
        }
        String shown = Git.shown(value).replace('\n', ' ');
        return "\"" + (shown.length() > 100 ? shown.substring(0, 100) + "…" : shown) + "\"";
    }
}
