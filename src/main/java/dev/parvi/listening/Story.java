package dev.parvi.listening;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news, as a list shows it.
 *
 * @param title of its first item, or that item's beginning
 * @param address where the first item can be read; may be empty
 * @param language of the first item, an ISO 639-1 code or {@code und}
 * @param words its rarest, as they were written
 * @param first when its first item was said, as far as anybody knows
 * @param last when its last item was
 * @param seen when we first saw one of its items
 * @param items at least 1
 * @param sources different ones
 * @param firstSource who was first
 * @param firstName what that source is called
 */
public record Story(
        StoryId id,
        String title,
        String address,
        String language,
        List<String> words,
        Instant first,
        Instant last,
        Instant seen,
        int items,
        int sources,
        SourceId firstSource,
        String firstName,
        Marks marks,
        Ours ours,
        @Nullable Rise rise) {

    /**
     * What the team did with it.
     *
     * @param seen whether this member opened it
     * @param fresh items that came since this member opened it; 0 where they haven't
     * @param mutedWord the word by which it is muted; empty where a member muted this very story
     */
    public record Marks(boolean seen, int fresh, boolean saved, boolean dismissed, boolean muted, String mutedWord) {}

    /**
     * We, our audience and it.
     *
     * @param posted when our first post about it went out
     * @param repeats whether we had posted about it before its first item was said: for us it's no news
     * @param spoken when our audience first spoke of it
     * @param conversation where; null where it was elsewhere
     * @param heard the item of the story with which one of our audience spoke of it on a network
     */
    public record Ours(
            @Nullable Instant posted,
            boolean repeats,
            @Nullable Instant spoken,
            @Nullable ConversationId conversation,
            @Nullable ItemId heard) {

        /** From our post to our audience's first word; below zero where they were first, null where one of both is missing. */
        public @Nullable Duration ahead() {
            return posted == null || spoken == null ? null : Duration.between(posted, spoken);
        }
    }
}
