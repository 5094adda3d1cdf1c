/// JSON as plain Java values, strict on reading and never failing on writing what it has read.
@NullMarked
package dev.strawboss.json;

import org.jspecify.annotations.NullMarked;
