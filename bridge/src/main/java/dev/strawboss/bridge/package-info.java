/// The stdio front that an MCP client starts, and all that is needed to find and start the hub.
/// Uses java.base only.
@NullMarked
package dev.strawboss.bridge;

import org.jspecify.annotations.NullMarked;
