/// Backups: store, long prompts and configuration in one file, made while jobs run.
@NullMarked
package dev.strawboss.backup;

import org.jspecify.annotations.NullMarked;
