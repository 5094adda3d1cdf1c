/// `strawboss bench`: the speeds that are promised, each beside something measured in the same run.
@NullMarked
package dev.strawboss.bench;

import org.jspecify.annotations.NullMarked;
