/// Starts processes and waits for them; nothing else does.
@NullMarked
package dev.strawboss.process;

import org.jspecify.annotations.NullMarked;
