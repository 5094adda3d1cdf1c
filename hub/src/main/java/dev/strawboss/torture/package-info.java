/// Lets the hub die in every way and at every place, and looks whether anything was lost, run
/// twice, left unknown or untold.
@NullMarked
package dev.strawboss.torture;

import org.jspecify.annotations.NullMarked;
