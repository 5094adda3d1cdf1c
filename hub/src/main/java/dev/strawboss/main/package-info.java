/// The composition root: what runs, in which order it starts and ends.
@NullMarked
package dev.strawboss.main;

import org.jspecify.annotations.NullMarked;
