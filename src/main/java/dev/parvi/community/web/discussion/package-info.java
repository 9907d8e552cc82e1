/** How people talk with each other, and where they stopped. */
@NullMarked
package dev.parvi.community.web.discussion;

import org.jspecify.annotations.NullMarked;
