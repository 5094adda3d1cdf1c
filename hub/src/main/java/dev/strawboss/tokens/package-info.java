/// Bearer tokens: who may use the hub over HTTP.
@NullMarked
package dev.strawboss.tokens;

import org.jspecify.annotations.NullMarked;
