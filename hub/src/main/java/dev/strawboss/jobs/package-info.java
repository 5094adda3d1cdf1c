/// The job engine: accept, queue, run, adopt, conclude. Knows no agent and no surface.
@NullMarked
package dev.strawboss.jobs;

import org.jspecify.annotations.NullMarked;
