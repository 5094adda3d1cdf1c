/// What people configure: one file of settings, one file per agent and project, secrets beside
/// them.
@NullMarked
package dev.strawboss.config;

import org.jspecify.annotations.NullMarked;
