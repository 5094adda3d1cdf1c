/// How the command line talks to the hub.
@NullMarked
package dev.strawboss.client;

import org.jspecify.annotations.NullMarked;
