/// The tools that orchestrators and the command line call: dispatch, run, wait, job, jobs, stop and
/// setup, and the one form in which a job is shown.
@NullMarked
package dev.strawboss.tools;

import org.jspecify.annotations.NullMarked;
