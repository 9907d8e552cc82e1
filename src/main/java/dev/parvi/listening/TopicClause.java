package dev.parvi.listening;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a topic's query. */
public sealed interface TopicClause {

    /** Where words are looked for. */
    enum Where {
        ANYWHERE(""),
        TITLE("title:"),
        /** In the name of the source. */
        SOURCE("source:");

        private final String prefix;

        Where(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    /** One word, in whatever form it's inflected; with {@code open} whatever begins so. */
    record Word(Where where, String text, boolean open) implements TopicClause {}

    /** Words one after the other; with {@code apart} above 0 in any order, with at most so many others between. */
    record Phrase(Where where, String text, int apart) implements TopicClause {}

    /** The language by its ISO 639-1 code. */
    record Spoken(String code) implements TopicClause {}

    /** The host of the item's address, or one above it. */
    record Site(String host) implements TopicClause {}

    record All(List<TopicClause> parts) implements TopicClause {}

    record Any(List<TopicClause> parts) implements TopicClause {}

    record Not(TopicClause part) implements TopicClause {}

    /** Read again it gives the same clause. */
    default String printed() {
        return switch (this) {
            case Word word -> word.where().prefix() + word.text() + (word.open() ? "*" : "");
            case Phrase phrase ->
                phrase.where().prefix() + '"' + phrase.text() + '"' + (phrase.apart() > 0 ? "~" + phrase.apart() : "");
            case Spoken spoken -> "language:" + spoken.code();
            case Site site -> "site:" + site.host();
            case All all -> joined(all.parts(), " AND ");
            case Any any -> joined(any.parts(), " OR ");
            case Not not -> "NOT " + inner(not.part());
        };
    }

    private static String joined(List<TopicClause> parts, String by) {
        return parts.stream().map(TopicClause::inner).collect(Collectors.joining(by));
    }

    private static String inner(TopicClause part) {
        return part instanceof All || part instanceof Any ? "(" + part.printed() + ")" : part.printed();
    }

    /** Whether it can only match where something is found: what merely leaves out would match nearly everything. */
    default boolean finds() {
        return switch (this) {
            case Word word -> true;
            case Phrase phrase -> true;
            case Site site -> true;
            case Spoken spoken -> false;
            case Not not -> false;
            case All all -> all.parts().stream().anyMatch(TopicClause::finds);
            case Any any -> any.parts().stream().allMatch(TopicClause::finds);
        };
    }
}
