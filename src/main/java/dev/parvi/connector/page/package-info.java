/** The brand's own page as a network: what is published there stands in this desk's own database. */
@NullMarked
package dev.parvi.connector.page;

import org.jspecify.annotations.NullMarked;
