/// Child processes: the hub's own short ones, and detached ones that outlive it.
@NullMarked
package dev.strawboss.process;

import org.jspecify.annotations.NullMarked;
