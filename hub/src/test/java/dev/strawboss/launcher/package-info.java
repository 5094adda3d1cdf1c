/// The script `./strawboss` at the top of the checkout.
@NullMarked
package dev.strawboss.launcher;

import org.jspecify.annotations.NullMarked;
