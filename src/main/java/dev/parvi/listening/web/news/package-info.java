/** The page one opens in the morning, a story's own page, and when the morning's mail goes out. */
@NullMarked
package dev.parvi.listening.web.news;

import org.jspecify.annotations.NullMarked;
