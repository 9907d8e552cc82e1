package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class RemarkingTest {

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Remarking remarking;

    @Autowired
    Reading reading;

    private BrandId brand;
    private Stored post;

    @BeforeEach
    void a_post() {
        brand = given.brand().brand();
        post = Tenant.in(brand, () -> posting.put("p", PostDraft.of("Uusi erä", HandClock.START)))
                .orElseThrow();
    }

    private Optional<Stored> say(String key, String text) {
        return Tenant.in(brand, () -> remarking.put(key, post.id(), null, text, HandClock.START));
    }

    private List<Strand> comments() {
        return ((Place.Here) Tenant.in(brand, () -> reading.place(post.slug()))).comments();
    }

    @Test
    void the_same_key_says_it_once_and_what_was_said_first_stands() {
        var first = say("k", "Myös jauhettuna").orElseThrow();
        assertThat(say("k", "Something else")).contains(first);
        assertThat(first.address()).hasToString(post.address() + "#c" + first.id());
        assertThat(comments()).singleElement().satisfies(strand -> {
            assertThat(strand.comment().text()).isEqualTo("Myös jauhettuna");
            assertThat(strand.comment().ours()).isTrue();
            assertThat(strand.comment().name()).startsWith("Brand ");
        });
    }

    @Test
    void another_brand_does_not_find_it() {
        say("k", "Myös jauhettuna");
        var other = given.brand().brand();
        assertThat(Tenant.in(other, () -> remarking.find("k"))).isEmpty();
    }

    @Test
    void what_was_taken_back_is_gone_and_stays_so() {
        var said = say("k", "Myös jauhettuna").orElseThrow();
        Tenant.run(brand, () -> remarking.remove(said.id()));
        assertThat(comments()).isEmpty();
        assertThat(Tenant.in(brand, () -> remarking.find("k"))).get().matches(Stored::removed);
    }

    @Test
    void below_a_deleted_post_nothing_is_said() {
        Tenant.run(brand, () -> posting.remove(post.id()));
        assertThat(say("k", "Myös jauhettuna")).isEmpty();
    }

    @Test
    void an_answer_stands_below_what_it_answers() {
        var first = say("k", "Kysykää!").orElseThrow();
        Tenant.in(brand, () -> remarking.put("k2", post.id(), first.id(), "Vastaus", HandClock.START));
        assertThat(comments())
                .singleElement()
                .satisfies(strand -> assertThat(strand.answers())
                        .extracting(answer -> answer.comment().text())
                        .containsExactly("Vastaus"));
    }
}
