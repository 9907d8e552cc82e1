package dev.parvi.connector.wordpress;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes what the blog shows of comments and posts into utterances. */
final class Hearing {

    static final String FIELDS =
            "id,post,parent,author,author_name,author_email,author_url,content,status,type,link,date_gmt";

    private static final Set<String> FROM_OTHER_SITES = Set.of("pingback", "trackback");
    private static final Set<String> OWN_LINES = Set.of("p", "div", "li", "blockquote", "pre", "h1", "h2", "h3", "h4");

    private final Names names;
    private final long us;

    Hearing(Login login) {
        names = new Names(login.place());
        us = login.id();
    }

    Optional<Heard> comment(JsonNode said) {
        var id = said.path("id").asLong(0);
        var post = said.path("post").asLong(0);
        if (id == 0 || post == 0) {
            return Optional.empty();
        }
        var name = names.comment(id);
        var parent = said.path("parent").asLong(0);
        return Optional.of(new Heard(
                name,
                FROM_OTHER_SITES.contains(said.path("type").asString("")) ? Kind.MENTION : Kind.COMMENT,
                names.post(post),
                parent == 0 ? null : names.comment(parent),
                speaker(said),
                text(said),
                null,
                instant(said, "date_gmt").orElse(Instant.EPOCH),
                null,
                standing(said.path("status").asString("")),
                Posting.address(said.path("link").asString(""), name),
                List.of(),
                Map.of()));
    }

    /** A post or a page as the head of what is said below it: the blog's own voice, whoever of its team wrote it. */
    Heard head(JsonNode said, String blog) {
        var name = names.post(said.path("id").asLong(0));
        var title = plain(said.path("title"));
        var text = plain(said.path("content"));
        return new Heard(
                name,
                Kind.COMMENT,
                name,
                null,
                new Speaker(names.place(), blog, "", null, true),
                title.isEmpty() || text.isEmpty() ? title + text : title + "\n\n" + text,
                null,
                instant(said, "date_gmt").orElse(Instant.EPOCH),
                null,
                Standing.SHOWN,
                Posting.address(said.path("link").asString(""), name),
                List.of(),
                Map.of());
    }

    /** Who isn't a user of the blog is known by their mail address, as the blog itself knows them; only its hash is kept. */
    private Speaker speaker(JsonNode said) {
        var author = said.path("author").asLong(0);
        var mail = said.path("author_email").asString("").strip().toLowerCase(Locale.ROOT);
        var id = author != 0
                ? names.user(author)
                : mail.isEmpty() ? "" : names.place() + "/?mail=" + Slugs.digits(names.place() + mail, 32);
        var name = Parser.unescapeEntities(said.path("author_name").asString(""), false)
                .strip();
        return new Speaker(id, name, "", web(said.path("author_url").asString("")), author != 0 && author == us);
    }

    private static @Nullable URI web(String address) {
        try {
            var uri = URI.create(address.strip());
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?") ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Standing standing(String status) {
        return switch (status) {
            case "approved", "approve", "1" -> Standing.SHOWN;
            case "hold", "0" -> Standing.HELD;
            case "spam" -> Standing.SPAM;
            case "trash" -> Standing.DELETED;
            default -> Standing.HIDDEN;
        };
    }

    static String text(JsonNode said) {
        return plain(said.path("content"));
    }

    /** As it was written, without its HTML; where a link hides behind other words, it stands behind them. */
    private static String plain(JsonNode field) {
        var html = field.path("raw").asString(field.path("rendered").asString(""));
        var text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element) {
                opened(element, text);
            }
        });
        return text.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void opened(Element element, StringBuilder text) {
        var name = element.normalName();
        if (name.equals("br")) {
            text.append('\n');
        } else if (OWN_LINES.contains(name) && !text.isEmpty()) {
            text.append("\n\n");
        } else if (name.equals("a") && !element.attr("href").isBlank()) {
            var href = element.attr("href").strip();
            if (!element.wholeText().contains(href)) {
                element.appendText(" (" + href + ")");
            }
        }
    }

    static Optional<Instant> instant(JsonNode said, String field) {
        try {
            return Optional.of(
                    LocalDateTime.parse(said.path(field).asString("")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
