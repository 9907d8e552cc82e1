/** The pages of publishing: the ledger, each delivery's story, the pause, and who is told what. */
@NullMarked
package dev.parvi.publishing.web;

import org.jspecify.annotations.NullMarked;
