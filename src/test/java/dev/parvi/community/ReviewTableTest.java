package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReviewTableTest {

    private static String refused(String content) {
        return catchThrowableOfType(CannotGather.class, () -> ReviewTable.read(content))
                .key();
    }

    @Test
    void what_is_no_table_of_reviews_is_refused_with_what_to_do() {
        assertThat(refused("")).isEqualTo("community.reviews.nohead");
        assertThat(refused("place,author\nMaps,Anna\n")).isEqualTo("community.reviews.nohead");
        assertThat(refused("date,text\n")).isEqualTo("community.reviews.empty");
        assertThat(refused("date,text\n2026-11-01,\"x\n")).isEqualTo("community.reviews.broken");
        assertThat(refused("date,text\n" + "2026-11-01,x\n".repeat(2_001))).isEqualTo("community.reviews.toomany");
    }

    @Test
    void letters_that_cannot_be_read_are_refused_and_the_mark_of_spreadsheets_is_not_one() {
        var latin = "Hyvää".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(CannotGather.class, () -> ReviewTable.text(latin))
                        .key())
                .isEqualTo("community.reviews.notutf8");
        assertThat(ReviewTable.text("\uFEFFdate,text".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("date,text");
    }

    @Test
    void what_an_export_kept_from_being_run_is_itself_again() {
        var row = ReviewTable.read("date,text\n2026-11-01,'=1+1\n").rows().getFirst();
        assertThat(row.cell("text")).isEqualTo("=1+1");
        assertThat(row.number()).isEqualTo(2);
    }
}
