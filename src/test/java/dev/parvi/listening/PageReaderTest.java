package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private static final URI PAGE = URI.create("https://example.org/news/");
    private static final String MENU =
            "<nav><a href='/about-the-company'>About the whole company</a><a href='/jobs'>Jobs in our great company</a><a href='/x'>Contact and addresses</a></nav>";

    private static ParsedFeed read(String body, String selector) throws NotRead {
        var html = "<html lang='en-GB'><head><title>News</title></head><body>" + MENU + body + "</body></html>";
        return PageReader.read(html.getBytes(StandardCharsets.UTF_8), "text/html", PAGE, selector, null)
                .feed();
    }

    @Test
    void the_list_that_says_most_is_found_by_itself() throws NotRead {
        var feed = read("""
                <div class="side"><ul><li><a href="/t/1">Short tag one here</a></li><li><a href="/t/2">Short tag two here</a></li><li><a href="/t/3">Short tag three</a></li></ul></div>
                <main><article class="card-1"><h2><a href="one">The harbour opens in spring this year</a></h2><time datetime="2026-10-01T10:00:00Z">1 Oct</time><p>Ships come.</p></article>
                <article class="card-2"><h2><a href="two">A library that lends out its bicycles</a></h2><p>And pumps.</p><img src="two.png"></article>
                <article class="card-3"><h2><a href="/three">Coffee prices fall for the third time</a></h2></article></main>
                """, "");

        assertThat(feed.items())
                .extracting(Fresh::title)
                .containsExactly(
                        "The harbour opens in spring this year",
                        "A library that lends out its bicycles",
                        "Coffee prices fall for the third time");
        assertThat(feed.items().getFirst().address()).isEqualTo("https://example.org/news/one");
        assertThat(feed.items().getFirst().said()).isEqualTo("2026-10-01T10:00:00Z");
        assertThat(feed.items().getFirst().words()).contains("Ships come.").doesNotContain("harbour");
        assertThat(feed.items().get(1).picture()).isEqualTo("https://example.org/news/two.png");
        assertThat(feed.language()).isEqualTo("en");
    }

    @Test
    void a_selector_says_where_to_look() throws NotRead {
        var feed = read("""
                <ul id="a"><li><a href="1">First of the first list</a></li><li><a href="2">Second of the first list</a></li><li><a href="3">Third of the first list</a></li></ul>
                <ol id="b"><li><a href="4">One thing that we want</a></li><li><a href="5">Other thing that we want</a></li><li><a href="6">Third thing that we want</a></li></ol>
                """, "#b");

        assertThat(feed.items()).extracting(Fresh::title).allMatch(title -> title.endsWith("that we want"));
    }

    @Test
    void headings_without_links_are_news_too() throws NotRead {
        var feed = read(
                "<h2 id='v2'>Version 2.0</h2><p>Faster.</p><h2>Version 1.1</h2><p>Mended.</p><h2>Version 1.0</h2>", "");

        assertThat(feed.items()).extracting(Fresh::title).containsExactly("Version 2.0", "Version 1.1", "Version 1.0");
        assertThat(feed.items().getFirst().words()).isEqualTo("Faster.");
        assertThat(feed.items().getFirst().address()).isEqualTo("https://example.org/news/#v2");
    }

    @Test
    void a_place_that_is_not_there_says_so() {
        assertThatExceptionOfType(NotRead.class)
                .isThrownBy(() -> read("<p>x</p>", "#nowhere"))
                .extracting(NotRead::reason)
                .isEqualTo(Reason.NOTHING_THERE);
        assertThatExceptionOfType(NotRead.class).isThrownBy(() -> read("<p>x</p>", "[[["));
    }
}
