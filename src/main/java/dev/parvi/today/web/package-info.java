/** The page of the working day. */
@NullMarked
package dev.parvi.today.web;

import org.jspecify.annotations.NullMarked;
