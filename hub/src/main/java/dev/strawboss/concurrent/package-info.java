/// The only place that starts threads.
@NullMarked
package dev.strawboss.concurrent;

import org.jspecify.annotations.NullMarked;
