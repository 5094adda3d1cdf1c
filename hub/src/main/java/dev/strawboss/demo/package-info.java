/// The first five minutes: a small project, a real change made by somebody else, and what came
/// back.
@NullMarked
package dev.strawboss.demo;

import org.jspecify.annotations.NullMarked;
