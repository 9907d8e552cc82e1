package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ImportingTest {

    private static final String LIST = """
            <opml version="1.0"><body><outline text="News"><outline text="Local"><outline title="Gazette" xmlURL="https://example.org/g &amp; h" htmlUrl="https://example.org/"/></outline>
            <outline text="Daily" xmlUrl="https://example.org/d" category="/coffee,tea"/></outline><outline text="Broken" xmlUrl="not an address"/>
            <outline text="Daily again" xmlUrl="https://example.org/d"/></body></opml>
            """;

    @Autowired
    Given given;

    @Autowired
    Importing importing;

    @Autowired
    Following following;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private long take(String list) {
        return in(() -> importing.take(seat, list.getBytes(StandardCharsets.UTF_8)));
    }

    private Importing.Progress progress(long id) {
        return in(() -> importing.progress(seat, id)).orElseThrow();
    }

    private void read(String what) {
        in(() -> jdbc.sql("update fetching set read_at = now(), failures = 0 where address like :what")
                .param("what", what)
                .update());
    }

    @Test
    void folders_and_categories_become_topics() {
        take(LIST);

        var sources = in(() -> following.all(seat));
        assertThat(sources).extracting(Source::name).containsExactly("Daily", "Gazette");
        assertThat(sources.getFirst().topics()).containsExactlyInAnyOrder("News", "coffee", "tea");
        assertThat(sources.getLast().topics()).containsExactlyInAnyOrder("News", "Local");
        assertThat(sources.getLast().address()).isEqualTo("https://example.org/g%20&%20h");
    }

    @Test
    void how_far_it_is_can_be_asked_and_what_failed_says_why() {
        var id = take(LIST);
        assertThat(progress(id))
                .extracting(Importing.Progress::total, Importing.Progress::done)
                .containsExactly(4, 1);
        assertThat(progress(id).failed()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Broken");
            assertThat(line.reason()).isEqualTo("malformed");
        });
        read("%");

        assertThat(progress(id).finished()).isTrue();
        assertThat(progress(id).added()).isEqualTo(3);
    }

    @Test
    void the_same_list_again_adds_nothing() {
        take(LIST);
        var again = progress(take(LIST));

        assertThat(again.known()).isEqualTo(3);
        assertThat(again.finished()).isTrue();
        assertThat(in(() -> following.all(seat))).hasSize(2);
    }

    @Test
    void what_goes_out_comes_back_the_same() {
        take(LIST);
        var before = in(() -> following.all(seat));
        var list = in(() -> importing.opml(seat, "Ours & theirs"));
        seat = given.brand();
        take(list);

        assertThat(in(() -> following.all(seat)))
                .usingRecursiveFieldByFieldElementComparatorOnFields("address", "name")
                .containsExactlyElementsOf(before);
        assertThat(in(() -> following.all(seat)).getFirst().topics())
                .containsExactlyInAnyOrderElementsOf(before.getFirst().topics());
    }

    @Test
    void what_is_no_list_is_refused() {
        for (var wrong : List.of("", "hello", "<rss/>", "<opml><body/></opml>")) {
            assertThatExceptionOfType(CannotImport.class).as(wrong).isThrownBy(() -> take(wrong));
        }
        assertThat(in(() -> importing.progress(seat, Long.MAX_VALUE))).isEmpty();
    }
}
