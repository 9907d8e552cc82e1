package dev.parvi.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Message.Crop;
import dev.parvi.planning.Draft;
import dev.parvi.planning.PostPicture;
import dev.parvi.planning.Wording;
import dev.parvi.shared.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftEditTest {

    @Test
    void a_part_is_added_behind_and_any_is_taken_away() {
        assertThat(edited("part").words().parts()).containsExactly("two", "three", "");
        assertThat(edited("cut:0").words().parts()).containsExactly("three");
        assertThat(edited("cut:7").words().parts()).containsExactly("two", "three");
    }

    @Test
    void a_first_comment_is_added_and_taken_away() {
        assertThat(edited("comment").words().comments()).containsExactly("first", "");
        assertThat(edited("uncomment:0").words().comments()).isEmpty();
    }

    @Test
    void a_part_may_belong_to_one_account_only() {
        var draft = edited("part@7");
        assertThat(draft.words().parts()).containsExactly("two", "three");
        assertThat(draft.versions().getFirst().words().parts()).containsExactly("");
    }

    @Test
    void pictures_change_places_with_their_neighbours() {
        assertThat(edited("down:1").pictures()).extracting(Draft.Picture::id).containsExactly(2L, 1L);
        assertThat(edited("up:2").pictures()).extracting(Draft.Picture::id).containsExactly(2L, 1L);
        assertThat(edited("up:1").pictures()).extracting(Draft.Picture::id).containsExactly(1L, 2L);
        assertThat(edited("drop:1").pictures()).extracting(Draft.Picture::id).containsExactly(2L);
    }

    @Test
    void pictures_of_a_part_that_is_taken_away_belong_to_the_one_before() {
        var pictures = List.of(
                new Draft.Picture(1, "", null, 0),
                new Draft.Picture(2, "", null, 1),
                new Draft.Picture(3, "", null, 2));
        var draft = new Draft(
                new Wording("", "a", List.of("b", "c"), List.of(), ""),
                "",
                List.of(),
                "",
                null,
                pictures,
                List.of(),
                0,
                "");
        assertThat(DraftEdit.of("cut:0").on(draft, List.of()).pictures())
                .extracting(Draft.Picture::part)
                .containsExactly(0, 0, 1);
        assertThat(DraftEdit.of("cut:1").on(draft, List.of()).pictures())
                .extracting(Draft.Picture::part)
                .containsExactly(0, 1, 1);
    }

    @Test
    void a_shape_is_cut_from_the_middle() {
        assertThat(edited("shape:1:1x1").pictures().getFirst().crop()).isEqualTo(new Crop(250, 0, 500, 1000));
        assertThat(edited("shape:1:4x5").pictures().getFirst().crop()).isEqualTo(new Crop(300, 0, 400, 1000));
        assertThat(edited("shape:1:2x1").pictures().getFirst().crop()).isNull();
        assertThat(edited("shape:1").pictures().getFirst().crop()).isNull();
        assertThat(Shapes.largest(100, 200, 16, 9)).isEqualTo(new Crop(0, 359, 1000, 281));
    }

    @Test
    void what_no_button_says_changes_nothing() {
        assertThat(edited("save")).isEqualTo(draft());
        assertThat(edited("shape:9:x")).isEqualTo(draft());
        assertThat(edited("cut:x")).isEqualTo(draft());
        assertThat(DraftEdit.of(null).none()).isTrue();
    }

    private static Draft edited(String button) {
        return DraftEdit.of(button).on(draft(), List.of(new PostPicture(1, "h", "image/png", 400, 200, "", null, 0)));
    }

    private static Draft draft() {
        return new Draft(
                new Wording("", "one", List.of("two", "three"), List.of("first"), ""),
                "",
                List.of(),
                "",
                null,
                List.of(new Draft.Picture(1, "", null), new Draft.Picture(2, "", null)),
                List.of(new Draft.Own(new AccountId(7), Wording.of("own"), null)),
                0,
                "");
    }
}
