/** Pages of the audience. */
@NullMarked
package dev.parvi.audience.web;

import org.jspecify.annotations.NullMarked;
