/// The only place where threads are made.
@NullMarked
package dev.strawboss.concurrent;

import org.jspecify.annotations.NullMarked;
