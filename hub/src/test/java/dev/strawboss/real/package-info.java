/// Real agent CLIs with a scripted model behind them.
@NullMarked
package dev.strawboss.real;

import org.jspecify.annotations.NullMarked;
