package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.listening.Coverage;
import dev.parvi.listening.Coverage.Subject;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(Talked.class)
class OverhearingTest {

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Overhearing overhearing;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
    }

    private Talked.Word says(String text, int minutesAgo) {
        return talked.says(
                seat,
                account,
                "anna",
                "root-" + minutesAgo,
                null,
                text,
                clock.instant().minus(Duration.ofMinutes(minutesAgo)));
    }

    private Optional<Coverage.Word> first(List<String> links, List<String> words) {
        var since = clock.instant().minus(Duration.ofHours(1));
        return talked.in(seat, () -> overhearing.firstWord(new Subject(since, links, words, List.of("en"), List.of())));
    }

    @Test
    void two_rare_words_in_one_utterance_are_about_it_and_the_earliest_counts() {
        says("Has anybody heard of the Kajo recall?", 90);
        var first = says("I wonder whether Kajo will recall my packet as well.", 40);
        says("That recall at Kajo looks bad, doesn't it?", 20);
        says("What a lovely morning at Kajo.", 50);

        assertThat(first(List.of(), List.of("Kajo", "recalls"))).hasValueSatisfying(word -> {
            assertThat(word.conversation()).isEqualTo(first.conversation());
            assertThat(word.at()).isEqualTo(clock.instant().minus(Duration.ofMinutes(40)));
        });
        assertThat(first(List.of(), List.of("Kajo"))).isEmpty();
    }

    @Test
    void a_link_to_it_is_about_it() {
        var said = says("Look at this https://news.example.org/2026/metal-in-coffee please", 30);
        says("Look at this https://news.example.org/2026/other please", 45);

        assertThat(first(List.of("https://news.example.org/2026/metal-in-coffee"), List.of()))
                .hasValueSatisfying(word -> assertThat(word.conversation()).isEqualTo(said.conversation()));
    }

    @Test
    void who_has_spoken_to_us_there_is_of_our_audience() {
        var anna = says("Do you open on Sundays?", 30).heard().speaker().id();
        var known = new Coverage.Speaker(account.network(), Key.of(anna));
        var elsewhere = new Coverage.Speaker("another", Key.of(anna));
        var stranger = new Coverage.Speaker(account.network(), Key.of("somebody"));

        assertThat(talked.in(seat, () -> overhearing.ours(List.of(known, elsewhere, stranger))))
                .containsExactly(known);
    }
}
