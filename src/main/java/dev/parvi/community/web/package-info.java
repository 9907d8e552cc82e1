/** Pages of the community: the inbox, threads, answers. */
@NullMarked
package dev.parvi.community.web;

import org.jspecify.annotations.NullMarked;
