/// MCP over HTTP: the listener, who gets in, and Streamable HTTP in both eras on one endpoint.
@NullMarked
package dev.strawboss.http;

import org.jspecify.annotations.NullMarked;
