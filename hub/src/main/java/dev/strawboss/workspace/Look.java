package dev.strawboss.workspace;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the hub looks at what a worker left: at a worktree in the person's repository itself, at a
/// clone in a repository of the hub's own, from which only what was checked is brought over.
sealed interface Look permits Look.AtWorktree, LookAtClone {
    static Look of(Linked linked, Snapshot before) throws IOException, InterruptedException {
        Git git = linked.reopen(before);
        return linked.cloned()
                ? LookAtClone.of(linked, git)
                : new AtWorktree(linked, git, Snapshot.refs(git));
    }

    /// The checkout, in the repository that is looked at.
    Linked linked();

    /// Looks at the worker's objects.
    Git git();

    /// Looks at the person's repository.
    Git home();

    /// The refs as the worker left them.
    Map<String, String> refs();

    /// The commit that an earlier look brought home; it is not made twice.
    Optional<String> earlier();

    /// Brings the branch and the rescue refs home.
    ///
    /// @param head the branch's new tip
    /// @param warnings where sentences for people are added
    /// @return the tip as it came home: another, if the worker's commits could not be taken
    String bring(String head, List<String> warnings) throws IOException, InterruptedException;

    /// Brings home what was saved before a removal.
    ///
    /// @param told where sentences for people are added
    JobRecord.Saved bring(JobRecord.Saved saved, List<String> told)
            throws IOException, InterruptedException;

    /// A worktree's objects and refs are those of the repository: nothing has to be brought.
    record AtWorktree(Linked linked, Git git, Map<String, String> refs) implements Look {
        @Override
        public Git home() {
            return git;
        }

        @Override
        public Optional<String> earlier() {
            return Optional.empty();
        }

        @Override
        public String bring(String head, List<String> warnings) {
            return head;
        }

        @Override
        public JobRecord.Saved bring(JobRecord.Saved saved, List<String> told) {
            return saved;
        }
    }
}
