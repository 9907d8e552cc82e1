package dev.parvi.tracking;

import java.util.List;

/**
 * How a brand tracks.
 *
 * @param domain its own address for short links, such as {@code https://go.example.org}; empty for the desk's
 * @param source what is written into {@code utm_source}, with words in braces; empty leaves the mark away. So the next three
 * @param site says in the snippet whose site it is
 * @param hosts that the script may report from
 * @param memory whether the script may remember people in their browser
 * @param keepDays for which visits are kept one by one, 1 to 90
 */
public record TrackingRules(
        String domain,
        String source,
        String medium,
        String campaign,
        String content,
        String site,
        List<String> hosts,
        boolean memory,
        int keepDays) {

    static final int KEEP_MOST = 90;

    public TrackingRules {
        hosts = List.copyOf(hosts);
    }

    static TrackingRules usual(String site) {
        return new TrackingRules("", "{network}", "social", "{campaign}", "", site, List.of(), false, KEEP_MOST);
    }
}
