/// Where a job works, and how its work comes back: worktrees on branches of their own, collected
/// without losing anything.
@NullMarked
package dev.strawboss.workspace;

import org.jspecify.annotations.NullMarked;
