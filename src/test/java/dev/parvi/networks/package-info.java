/** Tests of the whole desk against real servers; run by {@code bin/test --networks}. */
@NullMarked
package dev.parvi.networks;

import org.jspecify.annotations.NullMarked;
