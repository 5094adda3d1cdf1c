/// SQLite: one writer with group commit, readers of their own, numbered migrations.
@NullMarked
package dev.strawboss.store;

import org.jspecify.annotations.NullMarked;
