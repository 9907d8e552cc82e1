package dev.parvi.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some posts of the page, newest first.
 *
 * @param older what to ask for those before them; null where there are none
 */
public record Front(List<PagePost> posts, @Nullable Long older) {}
