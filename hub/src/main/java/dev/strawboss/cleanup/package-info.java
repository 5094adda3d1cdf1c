/// What goes when it is old: rows, logs and workspaces of finished jobs, each on its own.
@NullMarked
package dev.strawboss.cleanup;

import org.jspecify.annotations.NullMarked;
