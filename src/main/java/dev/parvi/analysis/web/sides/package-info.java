/** What the work came to, a page for each side of it. */
@NullMarked
package dev.parvi.analysis.web.sides;

import org.jspecify.annotations.NullMarked;
