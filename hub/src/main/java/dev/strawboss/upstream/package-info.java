/// The other MCP servers behind this hub: one connection to each, made when it is needed, made
/// again when it breaks. Not to be confused with package `client`, the hub's own front.
@NullMarked
package dev.strawboss.upstream;

import org.jspecify.annotations.NullMarked;
