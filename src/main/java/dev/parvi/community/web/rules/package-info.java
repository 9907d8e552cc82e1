/** Rules by which what is said goes out of sight, what they propose and what they did. */
@NullMarked
package dev.parvi.community.web.rules;

import org.jspecify.annotations.NullMarked;
