package dev.parvi.page.web;

import dev.parvi.page.Card;
import dev.parvi.page.PagePost;
import dev.parvi.page.Prose;
import dev.parvi.page.Site;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A post, with its whole thread, as the HTML that feed readers show. */
final class FeedHtml {

    private FeedHtml() {}

    static String of(Site site, PagePost post, UnaryOperator<String> whole) {
        var html = new StringBuilder();
        part(html, site, post, whole);
        for (var part : post.parts()) {
            html.append("<hr>");
            part(html, site, part, whole);
        }
        return html.toString();
    }

    private static void part(StringBuilder html, Site site, PagePost post, UnaryOperator<String> whole) {
        post.prose().paragraphs().forEach(paragraph -> {
            html.append("<p>");
            paragraph.forEach(run -> run(html, run));
            html.append("</p>");
        });
        post.pictures()
                .forEach(picture -> html.append("<p><img src=\"")
                        .append(escaped(whole.apply(Drawing.address(site, picture))))
                        .append("\" alt=\"")
                        .append(escaped(picture.alt()))
                        .append("\"></p>"));
        card(html, post.card());
        var quoted = post.quoted();
        if (quoted != null) {
            html.append("<blockquote>").append(escaped(quoted.summary())).append("</blockquote>");
        } else {
            card(html, post.quote());
        }
    }

    private static void run(StringBuilder html, Prose.Run run) {
        var text = escaped(run.text()).replace("\n", "<br>");
        if (run.href().isEmpty()) {
            html.append(text);
        } else {
            html.append("<a href=\"")
                    .append(escaped(run.href()))
                    .append("\">")
                    .append(text)
                    .append("</a>");
        }
    }

    private static void card(StringBuilder html, @Nullable Card card) {
        if (card != null && !card.title().isEmpty()) {
            html.append("<p><a href=\"")
                    .append(escaped(card.address()))
                    .append("\">")
                    .append(escaped(card.title()))
                    .append("</a></p>");
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
