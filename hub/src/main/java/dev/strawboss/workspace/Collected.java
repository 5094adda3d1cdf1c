package dev.strawboss.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a job left in its workspace.
///
/// @param branch where the work is: the job's branch, or in place the branch checked out
/// @param base the commit the work started from
/// @param head the last commit of the work
/// @param commits how many commits lie between the two
/// @param changes the changed files and the patch
/// @param ignored files and directories that git ignores and no commit holds; at most 100
/// @param artifacts files too large for a commit
/// @param submodules those in which the job left something
/// @param warnings sentences a person should read
public record Collected(
        WorkspaceMode mode,
        Optional<String> branch,
        Optional<String> base,
        Optional<String> head,
        long commits,
        Changes changes,
        List<String> ignored,
        List<Artifact> artifacts,
        List<SubmoduleWork> submodules,
        List<String> warnings) {
    /// @param files at most 200
    /// @param total how many files changed
    /// @param patch a file that `git apply` takes, if anything changed
    public record Changes(List<ChangedFile> files, long total, Optional<Path> patch) {
        static final Changes NONE = new Changes(List.of(), 0, Optional.empty());

        public Changes {
            files = List.copyOf(files);
        }
    }

    public Collected {
        artifacts = List.copyOf(artifacts);
        submodules = List.copyOf(submodules);
        ignored = List.copyOf(ignored);
        warnings = List.copyOf(warnings);
    }

    /// The fields that do not apply are absent; a job without git makes no claim about files.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("isolation", mode.wireName());
        json.put("sandbox", "none");
        branch.ifPresent(name -> json.put("branch", name));
        base.ifPresent(commit -> json.put("base", commit));
        head.ifPresent(commit -> json.put("head", commit));
        if (base.isPresent() || changes.total() > 0) {
            json.put("commits", commits);
            json.put("changed_files", changes.files().stream().map(ChangedFile::toJson).toList());
            json.put("changed_files_total", changes.total());
        }
        changes.patch().ifPresent(file -> json.put("patch", file.toString()));
        if (!ignored.isEmpty()) {
            json.put("ignored_files", ignored);
        }
        if (!artifacts.isEmpty()) {
            json.put("artifacts", artifacts.stream().map(Artifact::toJson).toList());
        }
        if (!submodules.isEmpty()) {
            json.put("submodules", submodules.stream().map(SubmoduleWork::toJson).toList());
        }
        if (!warnings.isEmpty()) {
            json.put("warnings", warnings);
        }
        return json;
    }
}
