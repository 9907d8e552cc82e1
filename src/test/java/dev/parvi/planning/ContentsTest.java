package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Message;
import dev.parvi.shared.AccountId;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentsTest {

    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);
    private static final AccountId ID = new AccountId(1);

    @Test
    void parts_become_a_thread_in_order_and_empty_ones_are_left_out() {
        var words = new Wording("", "one", List.of(" ", "two"), List.of(), "");
        assertThat(of(words, ALL).parts()).extracting(Message::text).containsExactly("one", "two");
    }

    @Test
    void where_there_are_no_threads_the_parts_are_one_text() {
        var words = new Wording("", "one", List.of("two"), List.of(), "");
        assertThat(of(words, Set.of()).parts()).extracting(Message::text).containsExactly("one\n\ntwo");
    }

    @Test
    void a_card_is_made_of_the_link_given_or_of_the_first_that_the_text_names() {
        var given = new Wording("", "See https://one.example.", List.of(), List.of(), "two.example/x");
        assertThat(of(given, ALL).parts().getFirst().link()).isEqualTo(URI.create("https://two.example/x"));
        assertThat(of(Wording.of("See https://one.example/a."), ALL)
                        .parts()
                        .getFirst()
                        .link())
                .isEqualTo(URI.create("https://one.example/a"));
        assertThat(of(Wording.of("See https://one.example"), Set.of())
                        .parts()
                        .getFirst()
                        .link())
                .isNull();
    }

    @Test
    void what_the_network_has_not_is_not_sent() {
        var words = new Wording("Title", "one", List.of(), List.of("first"), "");
        var content = of(words, Set.of());
        assertThat(content.parts()).containsExactly(Message.of("one"));
        assertThat(content.comments()).isEmpty();
    }

    @Test
    void what_the_network_has_is_sent_with_the_first_part() {
        var words = new Wording("Title", "one", List.of("two"), List.of("first"), "");
        var first = of(words, ALL).parts().getFirst();
        assertThat(first.title()).isEqualTo("Title");
        assertThat(first.tags()).containsExactly("coffee");
        assertThat(first.languages()).containsExactly("fi");
        assertThat(first.quote()).isEqualTo(URI.create("https://quoted.example/1"));
        assertThat(of(words, ALL).comments()).extracting(Message::text).containsExactly("first");
    }

    @Test
    void excerpt_and_categories_go_to_networks_that_have_them() {
        var words = new Wording("", "one", List.of(), List.of(), "", " In short ", "News, Coffee & tea,, News");
        var first = of(words, ALL).parts().getFirst();
        assertThat(first.excerpt()).isEqualTo("In short");
        assertThat(first.categories()).containsExactly("News", "Coffee & tea");
        assertThat(of(words, Set.of()).parts()).containsExactly(Message.of("one"));
    }

    @Test
    void only_the_pictures_that_an_account_takes_go_along() {
        var pictures = List.of(picture(1), picture(2));
        var own = new Draft.Own(ID, null, List.of(2L));
        var content = Contents.of(draft(Wording.of("one")), own, pictures, ChecksTest.network(ALL));
        assertThat(content.parts().getFirst().pictures())
                .extracting(Message.Picture::alt)
                .containsExactly("2");
    }

    @Test
    void a_picture_alone_is_something_to_send_and_nothing_at_all_is_not() {
        var picture =
                Contents.of(draft(Wording.of("")), Draft.Own.same(ID), List.of(picture(1)), ChecksTest.network(ALL));
        assertThat(picture.parts()).hasSize(1);
        assertThat(of(Wording.of(""), ALL).parts()).isEmpty();
    }

    @Test
    void pictures_go_with_their_part_and_a_part_may_be_a_picture_alone() {
        var words = new Wording("", "one", List.of("two", ""), List.of(), "");
        var parts = of(words, ALL, picture(1, 2), picture(2, 0), picture(3, 1), picture(4, 2))
                .parts();
        assertThat(parts).extracting(Message::text).containsExactly("one", "two", "");
        assertThat(parts).extracting(ContentsTest::alts).containsExactly("2", "3", "14");
    }

    @Test
    void where_later_parts_have_no_pictures_the_first_has_all_in_the_order_of_the_parts() {
        var words = new Wording("", "one", List.of("two"), List.of(), "");
        var pictures = new PostPicture[] {picture(1, 1), picture(2, 0)};
        var features = EnumSet.complementOf(EnumSet.of(Feature.PART_PICTURES));
        assertThat(of(words, features, pictures).parts())
                .extracting(ContentsTest::alts)
                .containsExactly("21", "");
        assertThat(of(words, Set.of(), pictures).parts())
                .extracting(ContentsTest::alts)
                .containsExactly("21");
    }

    @Test
    void where_an_account_says_it_in_fewer_parts_the_pictures_of_the_others_go_with_the_last() {
        var parts =
                of(Wording.of("all in one"), ALL, picture(1, 2), picture(2, 0)).parts();
        assertThat(parts).extracting(ContentsTest::alts).containsExactly("21");
    }

    private static String alts(Message message) {
        return message.pictures().stream().map(Message.Picture::alt).collect(Collectors.joining());
    }

    private static Content of(Wording words, Set<Feature> features, PostPicture... pictures) {
        return Contents.of(draft(words), Draft.Own.same(ID), List.of(pictures), ChecksTest.network(features));
    }

    private static Content of(Wording words, Set<Feature> features) {
        return Contents.of(draft(words), Draft.Own.same(ID), List.of(), ChecksTest.network(features));
    }

    private static Draft draft(Wording words) {
        return new Draft(
                words,
                "https://quoted.example/1",
                List.of("coffee"),
                "fi",
                null,
                List.of(),
                List.of(Draft.Own.same(ID)),
                0,
                "");
    }

    private static PostPicture picture(long id) {
        return picture(id, 0);
    }

    private static PostPicture picture(long id, int part) {
        return new PostPicture(id, "a".repeat(64), "image/png", 400, 300, Long.toString(id), null, part);
    }
}
