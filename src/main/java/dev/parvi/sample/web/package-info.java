/** The two buttons of the sample brand: load it, remove it. */
@NullMarked
package dev.parvi.sample.web;

import org.jspecify.annotations.NullMarked;
