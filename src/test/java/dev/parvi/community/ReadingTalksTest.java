package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a whole talk lacks, heads that aren't ours, and how talks share the network's rate with what is new. */
class ReadingTalksTest extends TalkedTo {

    @Autowired
    Reading reading;

    @Autowired
    Stirring stirring;

    private TestTalks network;

    @BeforeEach
    void begin() {
        network = TestNetwork.of(account.place()).talks();
        stirring.enlist(seat.brand());
    }

    private void read() {
        reading.read(seat.brand(), account.id());
        clock.pass(Duration.ofMinutes(2));
    }

    private Instant ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    private Object gone() {
        return told.value(
                "select coalesce(string_agg(text, ', ' order by at), '') from comment where gone_at is not null");
    }

    @Test
    void an_answer_to_something_deleted_is_still_shown_where_the_network_shows_it_by_its_name() {
        var first = network.says("anna", "post", null, "Goes", ago(30));
        var answer = network.says("bert", "post", first.id(), "Stands apart", ago(29));
        read();
        network.vanishes(first);
        network.standsApart(answer);
        read();

        assertThat(gone()).isEqualTo("Goes");
    }

    @Test
    void a_quote_that_is_gone_with_its_whole_talk_is_no_longer_shown() {
        var quote = network.says(TestTalks.of("q", Kind.QUOTE, "q", null, "anna", "Look at this", ago(30)));
        read();
        network.vanishes(quote);
        read();

        assertThat(gone()).isEqualTo("Look at this");
    }

    @Test
    void a_strangers_post_under_which_we_were_mentioned_was_not_said_to_us() {
        network.says(TestTalks.of("m", Kind.MENTION, "theirs", null, "anna", "What do you say, @us?", ago(30)));
        network.head(TestTalks.of("theirs", Kind.COMMENT, "theirs", null, "bert", "Among ourselves", ago(31)));
        read();
        read();

        assertThat(told.value("select string_agg(text, ', ') from comment")).isEqualTo("What do you say, @us?");
        assertThat(told.value("select head_text from conversation")).isEqualTo("Among ourselves");
    }

    @Test
    void talks_leave_so_many_calls_that_what_is_new_needs_not_wait_for_the_next_window() {
        for (var i = 0; i < 120; i++) {
            network.says("anna", "post-" + i, null, "Word " + i, ago(20));
        }
        reading.read(seat.brand(), account.id());
        clock.pass(Duration.ofSeconds(40));
        reading.read(seat.brand(), account.id());
        assertThat(network.calls().size()).isBetween(50, 75);

        network.says("bert", "post-1", null, "Anybody?", clock.instant());
        clock.pass(Duration.ofSeconds(10));
        reading.read(seat.brand(), account.id());
        assertThat(told.value("select count(*) from comment where text = 'Anybody?'"))
                .isEqualTo(1L);
    }
}
