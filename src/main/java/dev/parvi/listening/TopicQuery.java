package dev.parvi.listening;

/**
 * A query that picks items, in the small language of topics (docs/topics.md).
 *
 * @param clause what it comes to
 */
public record TopicQuery(TopicClause clause) {

    /** The most characters of a query. */
    public static final int LONGEST = 2_000;

    /** The most words, quoted phrases and other conditions. */
    public static final int WORDS = 100;

    /** How deep brackets and NOT may stand within each other. */
    public static final int DEPTH = 20;

    /** The fewest letters before a star: fewer would begin half of all words. */
    public static final int PREFIX = 3;

    /** The most words that may stand between those of a phrase. */
    public static final int APART = 50;

    /** @throws TopicMisread where it can't be read, which says why, where, and what to do */
    public static TopicQuery read(String typed) throws TopicMisread {
        return new TopicQuery(TopicParser.parse(typed));
    }

    /** As it was understood, with every AND and every bracket written out. */
    public String text() {
        return clause.printed();
    }
}
