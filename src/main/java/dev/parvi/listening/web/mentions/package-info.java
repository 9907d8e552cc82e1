/** The page of the names that are looked for on the networks. */
@NullMarked
package dev.parvi.listening.web.mentions;

import org.jspecify.annotations.NullMarked;
