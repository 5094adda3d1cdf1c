/// What a job's command may do, held by the kernel: policy as data, the mechanisms that enforce it,
/// and what of it was in force.
@NullMarked
package dev.strawboss.sandbox;

import org.jspecify.annotations.NullMarked;
