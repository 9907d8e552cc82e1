package dev.parvi.text;

import java.util.Locale;

/** A rule by which a text is marked; its words stand in the bundles under {@link #key()}. */
public enum Rule {
    /** It has a question mark. */
    QUESTION_MARK,
    /** It begins as a question does in its language. */
    QUESTION_WORDS,
    /** It asks for a price, where to buy, or says that it wants to. */
    BUYING_WORDS,
    /** It has a word that is rude in its language. */
    RUDE_WORDS,
    /** It sounds negative and speaks of what we did or owe: delivery, money, service, something broken. */
    TROUBLE_WORDS,
    /** It demands, or says that it's the last time. */
    DEMAND_WORDS,
    /** It sounds positive and thanks or lauds. */
    LAUDING_WORDS,
    /** It promises money, followers or a prize, or calls elsewhere. */
    BAIT_WORDS,
    /** It's links and tags, and hardly a word. */
    HARDLY_WORDS;

    /** Of the sentence in the bundles that says this rule. */
    public String key() {
        return "text.rule." + name().toLowerCase(Locale.ROOT);
    }
}
