package dev.strawboss.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a job left in a submodule that was there when it began.
///
/// @param path of the submodule, from the top of the checkout
/// @param repository where its objects and the branch are: the submodule's repository of the person
/// @param branch the job's branch in there
/// @param commit what the job's branch of the outer repository names
/// @param commits how many the job made
public record SubmoduleWork(
        String path,
        Path repository,
        String branch,
        String commit,
        long commits,
        Collected.Changes changes) {
    private static final int SHOWN = 50;

    SubmoduleWork below(String outer) {
        return new SubmoduleWork(outer + "/" + path, repository, branch, commit, commits, changes);
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("repository", repository.toString());
        json.put("branch", branch);
        json.put("commit", commit);
        json.put("commits", commits);
        List<ChangedFile> files = changes.files();
        json.put(
                "changed_files",
                files.subList(0, Math.min(SHOWN, files.size())).stream()
                        .map(ChangedFile::toJson)
                        .toList());
        json.put("changed_files_total", changes.total());
        changes.patch().ifPresent(file -> json.put("patch", file.toString()));
        return json;
    }
}
