/** Goals and how far they are. */
@NullMarked
package dev.parvi.analysis.web.goals;

import org.jspecify.annotations.NullMarked;
