package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.support.TestTalks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What strangers may send: it comes in, whole as far as it can be, and holds nobody up. */
class HostileTest extends TalkedTo {

    private static final Sieve OPEN = Sieve.of(Conversation.State.OPEN);

    @Autowired
    Sifting sifting;

    private void take(List<Heard> heard) {
        told.run(() -> taking.take(account.id(), account.network(), heard));
        grasp();
    }

    private Heard saying(String text) {
        return TestTalks.of("a", Kind.COMMENT, "post", null, "anna", text, clock.instant());
    }

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "javascript:alert(1)",
                "'; drop table comment; --",
                "\u202Egnp.exe\u202C \u2066\u2067 right to left",
                "Z" + "\u0300\u0301\u0302\u0303".repeat(2_000) + "algo",
                "\uFEFF\u200B\u200D",
                "👩‍👩‍👧‍👦".repeat(500),
                "a".repeat(60_000),
                "w ".repeat(30_000),
                "$1 :name ? {0} %s \\ \" ' ` ${x}",
                "",
                " \t\n ");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatever_is_said_is_kept_as_it_was_said(String text) {
        take(List.of(saying(text)));

        assertThat(told.row("select text, cut from comment"))
                .containsEntry("text", text)
                .containsEntry("cut", false);
        assertThat(told.value("select count(*) from verdict")).isEqualTo(1L);
        assertThat(told.in(() -> sifting.page(OPEN, "", 10)).conversations()).hasSize(1);
        assertThat(told.in(() -> sifting.page(OPEN.saying(text), "", 10))).isNotNull();
    }

    @Test
    void null_characters_go_and_halves_of_pairs_are_replaced() {
        take(List.of(saying("be\u0000fore \uD83D and \uDE00 after \uD83D\uDE00")));

        assertThat(told.value("select text from comment")).isEqualTo("before \uFFFD and \uFFFD after \uD83D\uDE00");
    }

    @Test
    void broken_utf_8_that_a_network_let_through_is_what_its_replacement_is() {
        var broken = new String(
                new byte[] {'o', 'k', (byte) 0xC3, (byte) 0x28, (byte) 0xF0, (byte) 0x9F}, StandardCharsets.UTF_8);
        take(List.of(saying(broken)));

        assertThat(told.value("select text from comment")).isEqualTo(broken);
    }

    @Test
    void what_is_too_long_is_cut_where_no_character_is_torn_and_says_so() {
        take(List.of(saying("x" + "😀".repeat(40_000))));

        assertThat(told.row("select cut, length(text) n, text like '%😀' whole from comment"))
                .containsEntry("cut", true)
                .containsEntry("n", 32_768)
                .containsEntry("whole", true);
    }

    @Test
    void names_addresses_and_marks_of_any_kind_do_no_harm() {
        var long_ = "n\u0000".repeat(200_000);
        var heard = new Heard(
                long_ + "id",
                Kind.REVIEW,
                long_ + "root",
                long_ + "parent",
                new Speaker(long_ + "speaker", long_, long_, URI.create("javascript:alert(1)"), false),
                "text",
                99,
                Instant.MAX,
                Instant.MIN,
                Standing.SHOWN,
                URI.create("data:text/html,x"),
                List.of(long_, "\u0000"),
                Map.of("\u0000", "\u0000", "k", long_));
        take(List.of(heard));
        take(List.of(heard));

        assertThat(told.row("select stars, at, length(external_id) n from comment"))
                .containsEntry("stars", null)
                .containsEntry("at", java.sql.Timestamp.from(clock.instant()))
                .containsEntry("n", Clean.ADDRESS);
        assertThat(told.value("select length(name) from profile")).isEqualTo(Clean.NAME);
    }

    @Test
    void two_names_that_differ_only_where_they_are_cut_stay_two() {
        var long_ = "n".repeat(5_000);
        take(List.of(
                TestTalks.of(long_ + 1, Kind.COMMENT, "post", null, "anna", "One", clock.instant()),
                TestTalks.of(long_ + 2, Kind.COMMENT, "post", null, "anna", "Two", clock.instant())));

        assertThat(told.value("select count(*) from comment")).isEqualTo(2L);
    }

    @Test
    void people_who_answer_each_other_100_000_deep_are_taken_in_while_nobody_waits() {
        var heard = new ArrayList<Heard>();
        var start = clock.instant().minus(Duration.ofHours(48));
        for (var i = 0; i < 100_000; i++) {
            heard.add(TestTalks.of(
                    "d" + i,
                    Kind.COMMENT,
                    "post",
                    i == 0 ? null : "d" + (i - 1),
                    "p" + i % 50,
                    "Deep " + i,
                    start.plusSeconds(i)));
        }
        var began = System.nanoTime();
        for (var from = 0; from < heard.size(); from += 2_000) {
            var batch = heard.subList(from, from + 2_000);
            told.run(() -> taking.take(account.id(), account.network(), batch));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(150));
        assertThat(told.value("select comments from conversation")).isEqualTo(100_000);
        assertThat(told.value("""
                        select sum(children)::bigint from (
                            select key, sum(here) here, sum(child) children
                            from (select key, 1 here, 0 child from comment union all select parent_key, 0, 1 from comment) s group by key) s
                        where here > 0""")).isEqualTo(99_999L);
    }

    @Test
    void utterances_that_answer_each_other_in_a_ring_are_taken_in() {
        take(List.of(
                TestTalks.of("x", Kind.COMMENT, "post", "y", "anna", "One", clock.instant()),
                TestTalks.of("y", Kind.COMMENT, "post", "x", "bert", "Two", clock.instant()),
                TestTalks.of("z", Kind.COMMENT, "post", "z", "carl", "Three", clock.instant())));

        assertThat(told.value("select comments from conversation")).isEqualTo(3);
    }
}
