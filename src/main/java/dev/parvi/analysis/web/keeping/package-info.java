/** How long figures are kept. */
@NullMarked
package dev.parvi.analysis.web.keeping;

import org.jspecify.annotations.NullMarked;
