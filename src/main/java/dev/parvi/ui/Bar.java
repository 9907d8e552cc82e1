package dev.parvi.ui;

import gg.jte.Content;
import java.util.Optional;

/**
 * A line that a room shows above every full page of a brand while something holds that everybody should know; each room
 * hangs its own up as a bean. It's asked on every such page, in the brand's scope: one small query at the most.
 */
@FunctionalInterface
public interface Bar {

    /** What it says at present; empty for nothing. */
    Optional<Content> on(Page page);
}
