/** Pages of posts: the composer, the list, approval. */
@NullMarked
package dev.parvi.planning.web;

import org.jspecify.annotations.NullMarked;
