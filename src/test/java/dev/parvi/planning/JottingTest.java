package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class JottingTest {

    @Autowired
    Jotting jotting;

    @Autowired
    Composing composing;

    @Autowired
    Given given;

    Seat seat;

    @BeforeEach
    void make() {
        seat = given.brand();
    }

    @Test
    void ideas_are_kept_the_latest_first_and_found_by_tag() {
        add("First", "", "beans");
        add("Second", "https://example.org", "#Origins, beans");
        assertThat(all("")).extracting(Idea::text).containsExactly("Second", "First");
        assertThat(all("origins")).extracting(Idea::text).containsExactly("Second");
        assertThat(all("origins").getFirst().tags()).containsExactly("Origins", "beans");
        assertThat(all("origins").getFirst().by()).isEqualTo("Maija");
    }

    @Test
    void an_idea_becomes_a_draft_with_all_it_holds_and_only_once() {
        add("Show the roaster", "https://example.org/r", "roasting");
        var idea = all("").getFirst().id();
        var post = Tenant.in(seat.brand(), () -> jotting.write(seat, idea)).orElseThrow();
        var draft = Tenant.in(seat.brand(), () -> composing.get(post)).draft();
        assertThat(draft.words().text()).isEqualTo("Show the roaster");
        assertThat(draft.words().link()).isEqualTo("https://example.org/r");
        assertThat(draft.tags()).containsExactly("roasting");
        assertThat(all("")).isEmpty();
        assertThat(Tenant.in(seat.brand(), () -> jotting.write(seat, idea))).isEmpty();
    }

    @Test
    void an_idea_is_dropped() {
        add("Never mind", "", "");
        Tenant.run(seat.brand(), () -> jotting.remove(seat, all("").getFirst().id()));
        assertThat(all("")).isEmpty();
    }

    @Test
    void what_says_nothing_or_is_no_link_is_refused() {
        assertThatThrownBy(() -> add(" ", "", "")).hasMessage("planning.ideas.empty");
        assertThatThrownBy(() -> add("x", "not a link", "")).hasMessage("planning.ideas.badlink");
        assertThatThrownBy(() -> add("x".repeat(5001), "", "")).hasMessage("planning.ideas.long");
    }

    @Test
    void who_may_not_write_has_no_ideas_here() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> jotting.add(analyst, "x", "", "")))
                .isInstanceOf(NotAllowed.class);
    }

    private void add(String text, String link, String tags) {
        Tenant.in(seat.brand(), () -> jotting.add(seat, text, link, tags));
    }

    private List<Idea> all(String tag) {
        return Tenant.in(seat.brand(), () -> jotting.all(tag));
    }
}
