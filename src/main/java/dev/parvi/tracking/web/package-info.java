@NullMarked
package dev.parvi.tracking.web;

import org.jspecify.annotations.NullMarked;
