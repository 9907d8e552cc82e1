package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.util.List;
import java.util.Map;

/**
 * What the inbox has for somebody's day.
 *
 * @param waiting how many conversations wait for us, {@code first} being the first of them
 * @param overdue how many are past the time by which an answer was promised, counted no further than {@link #COUNTED}
 * @param live where people talk with each other just now, the liveliest first
 * @param calls notes that call the reader and that they haven't seen
 * @param asked answers of others that wait for a second person
 * @param names what people call the members
 */
public record Glance(
        long waiting,
        List<Conversation> first,
        int overdue,
        List<Conversation> live,
        List<Note> calls,
        List<OwnAnswer> asked,
        Map<MemberId, String> names) {

    public static final int COUNTED = 1_000;

    public boolean quiet() {
        return waiting == 0 && calls.isEmpty() && asked.isEmpty() && live.isEmpty();
    }

    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }
}
