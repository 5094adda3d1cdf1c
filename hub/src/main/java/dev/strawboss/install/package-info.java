/// Registers Strawboss with the coding agents on this machine, and takes it out again.
@NullMarked
package dev.strawboss.install;

import org.jspecify.annotations.NullMarked;
