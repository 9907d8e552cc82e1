package dev.parvi.listening;

import dev.parvi.shared.StoryId;

/** There is no such story, in this brand at least. */
public class NoSuchStory extends RuntimeException {

    NoSuchStory(StoryId id) {
        super("story " + id);
    }
}
