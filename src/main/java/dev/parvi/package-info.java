/** The desk: starts the process; every room stands in a package below. */
@NullMarked
package dev.parvi;

import org.jspecify.annotations.NullMarked;
