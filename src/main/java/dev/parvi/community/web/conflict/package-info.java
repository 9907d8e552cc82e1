/** Pages of conflicts: the brand's cases, each with all that belongs to it, and what stands of it beside a conversation. */
@NullMarked
package dev.parvi.community.web.conflict;

import org.jspecify.annotations.NullMarked;
