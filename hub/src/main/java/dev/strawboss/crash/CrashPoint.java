package dev.strawboss.crash;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A place in the code where it matters that the hub may die: between two effects of which the
/// second makes the first known. `strawboss torture` lets it die at each of them. Passing one costs
/// a look at a field.
public enum CrashPoint {
    // store
    /// The units of a batch have run; nothing of them is durable.
    BATCH_RUN,
    /// A batch is durable, and nobody knows.
    BATCH_COMMITTED,
    /// A migration has run and is not committed.
    MIGRATION_RUN,
    /// A migration is durable; the next may follow.
    MIGRATION_COMMITTED,
    /// The log is about to be moved into the database.
    CHECKPOINT_DUE,
    /// The log was moved into the database.
    CHECKPOINT_DONE,

    // start of a hub
    /// The state directory is ours.
    STATE_TAKEN,
    /// The runner's script is written under another name.
    SCRIPT_WRITTEN,
    /// The open jobs were read; none is taken up.
    OPEN_JOBS_READ,
    /// All jobs are taken up; nobody can call yet.
    JOBS_TAKEN_UP,
    /// `hub.json` tells of a socket that is not there yet.
    SOCKET_TOLD,

    // accept
    /// A long text is on disk, its job is not.
    TEXT_KEPT,
    /// A job is durable and not in the queue.
    ACCEPTED,
    /// A job is in the queue, and its client does not know.
    ENQUEUED,

    // an attempt, from claim to end
    /// It has a slot; that is durable.
    CLAIMED,
    /// The attempt has a directory.
    DIRECTORY_MADE,
    /// Workspace and command line are there.
    PREPARED,
    /// What the tree of processes is ended by is there, such as a control group.
    SCOPE_OPENED,
    /// The runner's process exists and may not have recorded itself.
    LAUNCHED,
    /// The runner has recorded itself, and the store does not know.
    STARTED,
    /// That it runs is durable.
    RUNNING,
    /// The command's end was seen, and the store does not know.
    ENDED,
    /// That it ended is durable.
    EXITED,
    /// What it left was collected and judged; nothing of that is durable.
    COLLECTED,
    /// Control group and mark are gone, and the last event is to come.
    TIDIED_UP,
    /// The last event is durable, and nobody was told.
    CONCLUDED,
    /// Those who waited were told.
    TOLD,

    // stop
    /// That a stop is wanted is durable; the job's thread does not know.
    STOP_RECORDED,
    /// That its time is up is durable.
    TIME_UP_RECORDED,
    /// The tree of processes was asked to end.
    TREE_ASKED,
    /// Nothing of the tree is left, and the store does not know.
    TREE_ENDED,

    // pause, order and what follows what
    /// That a job is to wait is durable; whoever runs or queues it does not know.
    JOB_PAUSED,
    /// That it may go on is durable, and nobody knows.
    JOB_RESUMED,
    /// Its processes stand still.
    TREE_STILL,
    /// They go on, and nobody looks after them yet.
    TREE_GOES_ON,
    /// A queue is durable, and admission does not know of it.
    QUEUE_SAVED,
    /// That nothing starts in a queue, a project or anywhere, or again, is durable; admission does
    /// not know.
    SCOPE_CHANGED,
    /// What follows from the end of a job for those that waited for it is durable, and they do not
    /// know.
    CHILDREN_SETTLED,
    /// Old jobs are out of the store, and their directories are there.
    JOBS_FORGOTTEN,

    // questions
    /// What a job asks is durable, and nobody knows.
    ASKED,
    /// An answer is durable; neither who asked nor who answered knows.
    ANSWERED,

    // recovery
    /// The lock of an attempt that was never started is taken.
    LOCK_TAKEN,
    /// It is decided what became of an attempt that was being started; that is not durable.
    RECOVERED,
    /// A mark of a finished job was found.
    MARK_FOUND,

    // workspaces
    /// What will be made is recorded; nothing is made.
    WORKTREE_RECORDED,
    /// The branch is there, the worktree is not.
    BRANCH_MADE,
    /// The repository knows a worktree without files.
    WORKTREE_ADDED,
    /// The files are there, and the record does not say so.
    CHECKED_OUT,
    /// The tree that lay in the caller's directory is kept, and not recorded.
    TREE_KEPT,
    /// The worker's changes are a commit that no ref names.
    COMMIT_MADE,
    /// The branch names that commit.
    REF_MOVED,
    /// What comes from a clone was checked and lies in quarantine.
    QUARANTINED,
    /// It lies in the person's repository, and no ref names it.
    BROUGHT_OVER,
    /// An earlier worktree was saved and is still there.
    WORKTREE_SAVED,
    /// It is deleted, and its record is not.
    WORKTREE_DELETED;

    private static volatile @Nullable Consumer<CrashPoint> armed;

    /// To be called at the place.
    public void pass() {
        Consumer<CrashPoint> now = armed;
        if (now != null) {
            now.accept(this);
        }
    }

    /// From now on `listener` hears of every pass, on the passing thread, and may end the process
    /// or throw [HubDied].
    public static void arm(Consumer<CrashPoint> listener) {
        armed = listener;
    }

    public static void disarm() {
        armed = null;
    }
}
