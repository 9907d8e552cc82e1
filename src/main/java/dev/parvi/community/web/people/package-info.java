/** A person's card, beside the conversation and on a page of its own. */
@NullMarked
package dev.parvi.community.web.people;

import org.jspecify.annotations.NullMarked;
