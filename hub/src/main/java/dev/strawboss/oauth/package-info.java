/// Logging in at upstream servers: OAuth 2.1 as MCP uses it (specification of 2026-07-28, basic/
/// authorization; RFC 6749, 7591, 7636, 8414, 8707, 9207, 9728). No token is ever shown.
@NullMarked
package dev.strawboss.oauth;

import org.jspecify.annotations.NullMarked;
