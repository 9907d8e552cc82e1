package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostNameTest {

    @Test
    void a_short_first_line_stays_whole() {
        assertThat(named("  Open till nine. \n\nCome by.")).isEqualTo("Open till nine.");
    }

    @Test
    void a_long_one_ends_with_a_whole_word_and_without_its_comma() {
        assertThat(
                        named(
                                "Two bags every month, roasted on Tuesday, in your letterbox by Thursday. You choose light or dark."))
                .isEqualTo("Two bags every month, roasted on Tuesday, in your letterbox by Thursday. You…");
        assertThat(named("a".repeat(79) + ", and more")).isEqualTo("a".repeat(79) + "…");
    }

    @Test
    void a_word_that_just_fits_is_kept() {
        assertThat(named("b".repeat(70) + " 123456789 more")).isEqualTo("b".repeat(70) + " 123456789…");
    }

    @Test
    void one_without_a_gap_is_cut_where_it_is_too_long_and_never_within_a_sign() {
        assertThat(named("😀".repeat(100))).isEqualTo("😀".repeat(80) + "…");
    }

    private static String named(String text) {
        var member = new MemberId(1);
        return new Post(
                        new PostId(1),
                        Wording.of(text),
                        "",
                        List.of(),
                        "",
                        null,
                        PostState.DRAFT,
                        1,
                        member,
                        Instant.EPOCH,
                        member,
                        Instant.EPOCH)
                .name();
    }
}
