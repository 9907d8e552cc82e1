package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import dev.parvi.shared.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * Which stories are wanted.
 *
 * @param language an ISO 639-1 code; empty for all
 * @param words all of them must stand in the title of one of its items, in any form; empty for all
 * @param sources at least so many different ones
 */
public record StoryFilter(
        View view,
        Order order,
        String language,
        @Nullable SourceId source,
        @Nullable TopicId topic,
        String words,
        int sources) {

    public static final StoryFilter NEW = new StoryFilter(View.NEW, Order.FRESH, "", null, null, "", 0);

    public StoryFilter view(View other) {
        return new StoryFilter(other, order, language, source, topic, words, sources);
    }

    public StoryFilter order(Order other) {
        return new StoryFilter(view, other, language, source, topic, words, sources);
    }

    public StoryFilter topic(@Nullable TopicId other) {
        return new StoryFilter(view, order, language, source, other, words, sources);
    }

    public StoryFilter source(@Nullable SourceId other) {
        return new StoryFilter(view, order, language, other, topic, words, sources);
    }

    public StoryFilter language(String other) {
        return new StoryFilter(view, order, other, source, topic, words, sources);
    }

    public StoryFilter words(String other) {
        return new StoryFilter(view, order, language, source, topic, other, sources);
    }

    /** All but the saved ones go back {@link Browsing#BACK}. */
    public enum View {
        /** Neither dismissed nor muted. */
        NEW,
        /** Of these, what this member hasn't opened, or what has grown since. */
        UNSEEN,
        SAVED,
        DISMISSED,
        MUTED,
        /** We have posted about them. */
        POSTED
    }

    /** What stands first. */
    public enum Order {
        /** Who spoke last. */
        FRESH,
        /** Of which most sources speak. */
        WIDE,
        /** What was flagged as rising last, only these. */
        RISING
    }
}
