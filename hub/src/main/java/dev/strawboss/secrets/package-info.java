/// The values that nobody is to see: where they are kept, and how they are taken out of what is
/// shown and stored.
@NullMarked
package dev.strawboss.secrets;

import org.jspecify.annotations.NullMarked;
