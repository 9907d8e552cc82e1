/** Reports by mail: when, to whom, and how to stop them. */
@NullMarked
package dev.parvi.analysis.web.circulars;

import org.jspecify.annotations.NullMarked;
