package dev.parvi.connector;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a network is and what it allows, as data: pages, counts and warnings are generated from it.
 *
 * @param network its key: lower-case letters, the same for ever; message keys begin with {@code network.<key>.}
 * @param name its own name, as people write it
 * @param icon SVG path data in a 24 x 24 box, filled with the current colour
 * @param proof how well the connector is held to the network
 * @param dedupes whether a repeated call with the same key can't publish twice: then no deadline need pass before asking again
 * @param callDeadline how long one publish call may take; at most 2 minutes
 * @param pace how much an account may send
 */
public record Descriptor(
        String network,
        String name,
        String icon,
        Proof proof,
        boolean dedupes,
        TextRule text,
        MediaRule media,
        Set<Feature> features,
        Duration callDeadline,
        Pace pace) {

    /** How well a connector is proven, as its page says. */
    public enum Proof {
        REAL_SERVER,
        RECORDED_PAYLOADS,
        BY_HAND
    }

    /** What a network has beyond text. */
    public enum Feature {
        LINK_CARD,
        THREAD,
        /** Every part of a thread may carry pictures, not only the first. */
        PART_PICTURES,
        QUOTE,
        FIRST_COMMENT,
        LANGUAGES,
        TITLE,
        /** A few lines that stand for a post where it is listed. */
        EXCERPT,
        CATEGORIES,
        TAGS,
        /** A link that the text doesn't name is shown below it, pictures or not. */
        LINK_BELOW,
        DELETE
    }

    /** How a network counts text. */
    public enum Unit {
        GRAPHEMES,
        CODE_POINTS,
        UTF16;

        /** The length of a text in this unit; graphemes by Unicode's extended clusters, as Intl.Segmenter has them. */
        public int count(String text) {
            return switch (this) {
                case GRAPHEMES -> Graphemes.count(text);
                case CODE_POINTS -> text.codePointCount(0, text.length());
                case UTF16 -> text.length();
            };
        }
    }

    /**
     * @param limit the most units a text may have
     * @param maxBytes the most UTF-8 bytes
     */
    public record TextRule(int limit, Unit unit, int maxBytes) {

        public int count(String text) {
            return unit.count(text);
        }

        public boolean fits(String text) {
            return count(text) <= limit && text.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
        }
    }

    /**
     * @param count the most pictures one post carries
     * @param maxBytes the most bytes of one picture, after we shrink it
     * @param altLimit the most graphemes of its alternative text
     */
    public record MediaRule(List<String> types, int count, int maxBytes, int maxPixels, int altLimit) {}

    /** At most {@code calls} publish calls within {@code window}, for each account. */
    public record Pace(int calls, Duration window) {}

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
