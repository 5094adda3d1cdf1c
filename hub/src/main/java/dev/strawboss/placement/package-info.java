/// Where a job's processes run: start one detached, find it again, end it, read how it ended.
@NullMarked
package dev.strawboss.placement;

import org.jspecify.annotations.NullMarked;
