/** The public page and its place at the desk. */
@NullMarked
package dev.parvi.page.web;

import org.jspecify.annotations.NullMarked;
