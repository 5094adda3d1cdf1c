/// The Model Context Protocol: both eras over one connection, tools, progress, cancellation.
@NullMarked
package dev.strawboss.mcp;

import org.jspecify.annotations.NullMarked;
