/** The pages of accounts: which there are, how each is, and connecting another. */
@NullMarked
package dev.parvi.account.web;

import org.jspecify.annotations.NullMarked;
