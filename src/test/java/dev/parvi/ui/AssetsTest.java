package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    /** What the pages themselves may weigh on top, compressed. */
    private static final int FOR_THE_PAGE = 20_000;

    private static final int FIRST_LOAD = 150_000;

    private final Assets assets = new Assets();

    @Test
    void the_first_load_of_a_page_stays_light() {
        var all = Stream.of("desk.css", "desk.js", "theme.js")
                .mapToInt(name -> assets.asset(name).orElseThrow().packed().length)
                .sum();
        assertThat(all).isLessThan(FIRST_LOAD - FOR_THE_PAGE);
    }

    @Test
    void the_sheet_holds_what_the_rooms_keep_beside_their_pages_but_nothing_of_the_public_one() {
        var sheet = new String(assets.asset("desk.css").orElseThrow().plain(), StandardCharsets.UTF_8);
        assertThat(sheet).contains(".swatch", ".desk-door", "--tblr-primary: #1f6f5c;");
        assertThat(sheet).doesNotContain("url(http").doesNotContain("url(\"http");
    }

    @Test
    void only_files_of_ours_can_be_asked_for() {
        assertThat(assets.asset("../application.yaml")).isEmpty();
        assertThat(assets.asset("messages.properties")).isEmpty();
    }
}
