package dev.parvi.analysis;

import java.util.List;

/** What can be said of one side of the work in a window of time: a page of analysis, and a part of reports. A bean each. */
interface Chapter {

    /** Of which sides there are; each has its page, and reports choose from them. */
    enum Side {
        CONTENT,
        DISCUSSION,
        AUDIENCE,
        ENOUGH,
        REPUTATION,
        NEWS,
        TEAM,
        COMPANY,
        GOALS;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Side side();

    /** In the brand whose scope it is. */
    List<Block> blocks(Frame frame);
}
