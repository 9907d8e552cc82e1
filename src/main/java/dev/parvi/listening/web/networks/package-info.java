/** The page on which sources of networks are added. */
@NullMarked
package dev.parvi.listening.web.networks;

import org.jspecify.annotations.NullMarked;
