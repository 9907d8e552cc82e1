/** What strangers may send through every door of the desk, shown in a real browser. */
@NullMarked
package dev.parvi.hostile;

import org.jspecify.annotations.NullMarked;
