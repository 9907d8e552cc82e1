/** The pages of sources: the list, one source, adding by address, lists of feeds in and out. */
@NullMarked
package dev.parvi.listening.web.sources;

import org.jspecify.annotations.NullMarked;
