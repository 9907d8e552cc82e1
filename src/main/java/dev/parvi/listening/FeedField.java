package dev.parvi.listening;

import java.util.function.Consumer;

/** One field of an item or a feed while its text comes by; tags within it are part of the text. */
final class FeedField {

    /** Of text: longer than anything that is kept, so that what is cut is cut once. */
    private static final int MOST = 2 * Fresh.MARKUP;

    private final Consumer<String> to;
    private final boolean escaping;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private FeedField(Consumer<String> to, boolean escaping) {
        this.to = to;
        this.escaping = escaping;
    }

    static FeedField text(Consumer<String> to) {
        return new FeedField(to, false);
    }

    /** Where text is text and not HTML; with the tags in it, it becomes HTML. */
    static FeedField xhtml(Consumer<String> to) {
        return new FeedField(to, true);
    }

    void add(String more) {
        if (text.length() >= MOST) {
            return;
        }
        if (escaping) {
            escaped(more);
        } else {
            text.append(more);
        }
    }

    void open(String name, FeedWalk.Attributes attributes) {
        depth++;
        if (text.length() < MOST) {
            text.append('<').append(local(name)).append(attributes.written()).append('>');
        }
    }

    /** @return whether it was the end of something within */
    boolean close(String name) {
        if (depth == 0) {
            return false;
        }
        depth--;
        if (text.length() < MOST) {
            text.append("</").append(local(name)).append('>');
        }
        return true;
    }

    void done() {
        to.accept(text.toString());
    }

    private void escaped(String more) {
        for (var i = 0; i < more.length(); i++) {
            var c = more.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                default -> text.append(c);
            }
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
