package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListingTest extends WithAccount {

    @Autowired
    Listing listing;

    @Autowired
    Composing composing;

    @Autowired
    Approval approval;

    @Test
    void each_kind_lists_its_own() {
        var draft = post("A draft");
        var asked = post("Asked");
        Tenant.run(seat.brand(), () -> approval.ask(seat, asked, ""));
        var planned = post("Planned");
        Tenant.in(seat.brand(), () -> scheduling.now(seat, planned));
        var sent = post("Sent");
        posts.seal(seat, posts.versions(seat, sent).getFirst());
        assertThat(found(Listing.Kind.DRAFT, "")).containsExactly(draft);
        assertThat(found(Listing.Kind.ASKED, "")).containsExactly(asked);
        assertThat(found(Listing.Kind.PLANNED, "")).containsExactly(planned);
        assertThat(found(Listing.Kind.SENT, "")).containsExactly(sent);
        assertThat(found(Listing.Kind.ALL, "")).hasSize(4);
        assertThat(Tenant.in(seat.brand(), () -> listing.page(Listing.Kind.ALL, "", null))
                        .asked())
                .isEqualTo(1);
    }

    @Test
    void texts_are_searched_whatever_the_case_and_signs_stand_for_themselves() {
        var one = post("Tuoreita PAPUJA 100% arabicaa");
        post("Something else");
        assertThat(found(Listing.Kind.ALL, "papuja")).containsExactly(one);
        assertThat(found(Listing.Kind.ALL, "100% a")).containsExactly(one);
        assertThat(found(Listing.Kind.ALL, "1_0%")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_a_double() {
        var made = new ArrayList<PostId>();
        for (var n = 0; n < 65; n++) {
            made.addFirst(post("Post " + n));
            // Several within one instant, so that the number decides.
            clock.pass(Duration.ofMillis(n % 3 == 0 ? 1 : 0));
        }
        var seen = new ArrayList<PostId>();
        Listing.Mark mark = null;
        do {
            var before = mark;
            var page = Tenant.in(seat.brand(), () -> listing.page(Listing.Kind.ALL, "", before));
            page.lines().forEach(line -> seen.add(line.id()));
            mark = page.next() == null
                    ? null
                    : Listing.Mark.of(page.next().toString()).orElseThrow();
        } while (mark != null);
        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void a_mark_that_is_none_is_not_taken_for_one() {
        assertThat(Listing.Mark.of("yesterday")).isEmpty();
        assertThat(Listing.Mark.of("2026-11-02T08:00:00Z_x")).isEmpty();
    }

    private List<PostId> found(Listing.Kind kind, String words) {
        return Tenant.in(seat.brand(), () -> listing.page(kind, words, null)).lines().stream()
                .map(PostLine::id)
                .toList();
    }

    private PostId post(String text) {
        return Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of(text, List.of(account))));
    }
}
