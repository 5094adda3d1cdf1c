/// Threads, and the few ways to wait for them. Nothing else starts a thread.
@NullMarked
package dev.strawboss.concurrent;

import org.jspecify.annotations.NullMarked;
