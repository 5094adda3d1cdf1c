/// The command line: one class a verb. It calls the same tools as every client, over the hub's
/// socket.
@NullMarked
package dev.strawboss.cli;

import org.jspecify.annotations.NullMarked;
