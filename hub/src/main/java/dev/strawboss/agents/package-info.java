/// Coding agents: which there are, how each is started, and what its output means.
@NullMarked
package dev.strawboss.agents;

import org.jspecify.annotations.NullMarked;
