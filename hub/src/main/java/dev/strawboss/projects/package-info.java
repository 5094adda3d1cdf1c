/// The projects a person registered: a short name for a directory and what is usual there.
@NullMarked
package dev.strawboss.projects;

import org.jspecify.annotations.NullMarked;
