/** Reports: made, commented, handed on. */
@NullMarked
package dev.parvi.analysis.web.reports;

import org.jspecify.annotations.NullMarked;
