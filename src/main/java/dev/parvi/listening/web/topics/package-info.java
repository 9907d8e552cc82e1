/** Pages of topics: the list, one with what it picked, the form with its preview, and when one is alerted. */
@NullMarked
package dev.parvi.listening.web.topics;

import org.jspecify.annotations.NullMarked;
