package dev.parvi.listening;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An item while it's being read: what stands in the feed, as it stands there. */
final class RawItem {

    @Nullable
    String id;

    @Nullable
    String link;

    @Nullable
    String enclosure;

    @Nullable
    String origin;

    String title = "";
    boolean titlePlain;
    String summary = "";
    boolean summaryPlain;
    String content = "";
    boolean contentPlain;
    String author = "";
    String language = "";
    String picture = "";

    @Nullable
    String published;

    @Nullable
    String updated;

    @Nullable
    URI base;

    /** @return nothing where it says nothing at all */
    @Nullable
    Fresh fresh(@Nullable URI feed, String feedLanguage) {
        var against = base == null ? feed : base;
        var address = address(against);
        var body = content.isBlank() ? summary : content;
        var plain = content.isBlank() ? summaryPlain : contentPlain;
        var words = plain ? body.strip() : PlainText.words(body);
        var name = titlePlain ? title : PlainText.title(title);
        var key = key(address, name, words);
        if (key.isEmpty()) {
            return null;
        }
        var said = Dates.of(published);
        return new Fresh(
                key,
                address,
                name,
                words,
                plain || !PlainText.marked(body) ? null : Markup.rooted(body, address, against),
                author(),
                language(language.isEmpty() ? feedLanguage : language),
                Links.absolute(picture, against),
                said == null ? Dates.of(updated) : said);
    }

    private String address(@Nullable URI against) {
        for (var each : new @Nullable String[] {origin, link}) {
            var address = Links.absolute(each, against);
            if (!address.isEmpty()) {
                return address;
            }
        }
        return id != null && Links.web(id.strip()) ? Links.tidy(id.strip()) : Links.absolute(enclosure, against);
    }

    private String key(String address, String name, String words) {
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        return !address.isEmpty() ? address : name.isBlank() && words.isBlank() ? "" : name + "\n" + words;
    }

    /** "ann@example.org (Ann)" is Ann. */
    private String author() {
        var text = PlainText.title(author).strip();
        var open = text.indexOf('(');
        return text.indexOf('@') > 0 && open > 0 && text.endsWith(")")
                ? text.substring(open + 1, text.length() - 1).strip()
                : text;
    }

    /** "en-US" is en. */
    static String language(String tag) {
        var text = tag.strip().toLowerCase(Locale.ROOT);
        var end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end == 2 || end == 3 ? text.substring(0, end) : "";
    }
}
