package dev.parvi.connector;

import dev.parvi.platform.Answer;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Outbound;
import dev.parvi.shared.BrandId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a page says of itself for a link's card: Open Graph first, then what older pages have. */
@Component
public class LinkCards {

    private static final int PAGE_BYTES = 4_000_000;
    private static final int PICTURE_BYTES = 10_000_000;
    private static final int TITLE_MOST = 300;
    private static final int DESCRIPTION_MOST = 1_000;
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private final Outbound outbound;
    private final MediaStore media;
    private final Destinations destinations;

    LinkCards(Outbound outbound, MediaStore media, Destinations destinations) {
        this.outbound = outbound;
        this.media = media;
        this.destinations = destinations;
    }

    /**
     * Reads the card of a page. Its picture is kept in the brand's media; a card without one is still a card.
     *
     * @param within for page and picture together
     * @return empty where the page can't be read within that time, is no HTML, or has no title
     */
    public Optional<Previews.Card> read(BrandId brand, URI address, Duration within) {
        var end = System.nanoTime() + within.toNanos();
        try {
            var answer =
                    outbound.call(Call.get(destinations.behind(brand, address).orElse(address))
                            .with("accept", "text/html,application/xhtml+xml;q=0.9")
                            .atMost(PAGE_BYTES)
                            .within(left(end)));
            return answer.ok() && html(answer) ? card(brand, address, answer, end) : Optional.empty();
        } catch (CallFailed | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The card of a page that could not be read: at least where it leads. */
    public static Previews.Card bare(URI address) {
        var host = host(address);
        return new Previews.Card(address.toString(), host, host, "", null);
    }

    private Optional<Previews.Card> card(BrandId brand, URI address, Answer answer, long end) throws IOException {
        var page = Jsoup.parse(
                new ByteArrayInputStream(answer.body()),
                charset(answer),
                answer.address().toString());
        var title = first(page.title(), content(page, "og:title"), content(page, "twitter:title"));
        if (title.isEmpty()) {
            return Optional.empty();
        }
        var description = first(
                content(page, "description"), content(page, "og:description"), content(page, "twitter:description"));
        return Optional.of(new Previews.Card(
                address.toString(),
                host(address),
                cut(title, TITLE_MOST),
                cut(description, DESCRIPTION_MOST),
                picture(brand, page, end)));
    }

    private @Nullable String picture(BrandId brand, Document page, long end) {
        var element = page.selectFirst("meta[property=og:image], meta[name=og:image], meta[name=twitter:image]");
        var address = element == null ? "" : element.absUrl("content");
        if (address.isEmpty()) {
            return null;
        }
        try {
            var answer = outbound.call(
                    Call.get(URI.create(address)).atMost(PICTURE_BYTES).within(left(end)));
            return answer.ok()
                    ? media.keep(brand, new ByteArrayInputStream(answer.body())).hash()
                    : null;
        } catch (CallFailed | IOException | MediaRefused | IllegalArgumentException e) {
            return null;
        }
    }

    /** The second and third are what a page says for cards, so they win over the first. */
    private static String first(String usual, String... better) {
        for (var said : better) {
            if (!said.isBlank()) {
                return said.strip();
            }
        }
        return usual.strip();
    }

    private static String content(Document page, String name) {
        var element = page.selectFirst("meta[property=" + name + "], meta[name=" + name + "]");
        return element == null ? "" : element.attr("content");
    }

    private static boolean html(Answer answer) {
        var type = answer.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    /** Null lets the page itself say it, by its byte order mark or its meta element. */
    private static @Nullable String charset(Answer answer) {
        var said = CHARSET.matcher(answer.header("content-type").orElse(""));
        return said.find() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
    }

    private static String host(URI address) {
        var host = address.getHost() == null ? address.toString() : address.getHost();
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** What is left until the end; at least a millisecond, which then fails as a timeout. */
    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }
}
