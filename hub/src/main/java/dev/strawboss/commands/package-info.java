/// Plain commands and scripts, run as jobs.
@NullMarked
package dev.strawboss.commands;

import org.jspecify.annotations.NullMarked;
