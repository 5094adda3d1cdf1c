/// The places where a death of the hub matters, and the ways to die there on purpose.
@NullMarked
package dev.strawboss.crash;

import org.jspecify.annotations.NullMarked;
