/** The pages of what it all did. */
@NullMarked
package dev.parvi.analysis.web;

import org.jspecify.annotations.NullMarked;
