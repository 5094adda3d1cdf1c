package dev.strawboss.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes and compares commits.
record Commits(Git git) {
    String commit(String tree, String message, List<String> parents)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("commit-tree", "--no-gpg-sign", "-m", message, tree));
        parents.stream().distinct().forEach(parent -> words.addAll(List.of("-p", parent)));
        return Git.line(git.run(words.toArray(String[]::new)));
    }

    /// The commit that a ref holds, if it is the one to be made; else it is made and kept there.
    String keptAs(String ref, String tree, String message, List<String> parents)
            throws IOException, InterruptedException {
        if (is(ref, tree, parents)) {
            return Git.line(git.run("rev-parse", "--verify", ref));
        }
        String made = commit(tree, message, parents);
        keep(ref, made);
        return made;
    }

    /// Whether it is a commit of that tree on those parents.
    boolean is(String commit, String tree, List<String> parents)
            throws IOException, InterruptedException {
        List<String> wanted = new ArrayList<>(List.of(tree));
        wanted.addAll(parents);
        return git.attempt("", "rev-parse", commit + "^{tree}", commit + "^@")
                .filter(text -> text.lines().toList().equals(wanted))
                .isPresent();
    }

    String treeOf(String commit) throws IOException, InterruptedException {
        return Git.line(git.run("rev-parse", "--verify", commit + "^{tree}"));
    }

    boolean isCommit(String id) throws IOException, InterruptedException {
        return git.attempt("", "cat-file", "-e", id + "^{commit}").isPresent();
    }

    boolean isAncestor(String older, String newer) throws IOException, InterruptedException {
        return older.equals(newer)
                || git.attempt("", "merge-base", "--is-ancestor", older, newer).isPresent();
    }

    /// @param id of a blob or a commit of a submodule
    record Entry(String mode, String id) {
        boolean link() {
            return mode.equals("160000");
        }
    }

    /// Everything in a commit or tree by its path, which is Latin-1.
    Map<String, Entry> entries(String treeish) throws IOException, InterruptedException {
        Map<String, Entry> entries = new HashMap<>();
        for (String line : git.run("ls-tree", "-r", "-z", treeish).split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                String[] words = line.substring(0, tab).split(" ", 3);
                entries.put(line.substring(tab + 1), new Entry(words[0], words[2]));
            }
        }
        return entries;
    }

    void keep(String ref, String commit) throws IOException, InterruptedException {
        git.run("update-ref", "--no-deref", ref, commit);
    }
}
