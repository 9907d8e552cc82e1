package dev.parvi.listening;

import java.util.List;

/**
 * A feed as it was read.
 *
 * @param site its page for people; may be empty
 * @param self its own address as it says; may be empty
 * @param hub where one can ask to be told of news; may be empty
 * @param minutes how long it wants to be left alone between readings; 0 where it says nothing
 * @param items in its own order
 */
record ParsedFeed(String title, String site, String language, String self, String hub, int minutes, List<Fresh> items) {

    /** The most items of one reading that are taken, from the beginning. */
    static final int MOST = 1_000;
}
