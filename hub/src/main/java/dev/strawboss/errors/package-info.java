/// What can go wrong, by name: whose fault it is, and what to type next.
@NullMarked
package dev.strawboss.errors;

import org.jspecify.annotations.NullMarked;
