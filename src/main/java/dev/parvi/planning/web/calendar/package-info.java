/** The pages of the calendar, slots, pillars and ideas. */
@NullMarked
package dev.parvi.planning.web.calendar;

import org.jspecify.annotations.NullMarked;
