/** Pages and doors of listening: sources, stories, topics. */
@NullMarked
package dev.parvi.listening.web;

import org.jspecify.annotations.NullMarked;
