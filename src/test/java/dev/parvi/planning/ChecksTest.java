package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Fault;
import dev.parvi.planning.Warning.Kind;
import dev.parvi.shared.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final AccountId ID = new AccountId(1);
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    @Test
    void what_fits_has_no_warning() {
        assertThat(check(Wording.of("Fresh beans"), ALL)).isEmpty();
    }

    @Test
    void nothing_to_say_stands_in_the_way() {
        assertThat(kinds(check(Wording.of("  \n "), ALL))).containsExactly(Kind.EMPTY);
        assertThat(Kind.EMPTY).matches(kind -> Warning.of(kind).hard());
    }

    @Test
    void a_text_one_character_too_long_is_said_by_how_much() {
        assertThat(check(Wording.of("a".repeat(21)), ALL))
                .containsExactly(new Warning(Kind.TOO_LONG, Map.of("part", 1, "over", 1)));
        assertThat(kinds(check(Wording.of("a".repeat(20)), ALL))).containsExactly(Kind.NEARLY);
    }

    @Test
    void what_a_reader_sees_as_one_character_is_counted_as_one() {
        assertThat(check(Wording.of("👩‍👩‍👧‍👦".repeat(10)), ALL)).isEmpty();
    }

    @Test
    void a_text_of_too_many_bytes_is_too_long_whatever_its_characters() {
        assertThat(kinds(check(Wording.of("👩‍👩‍👧‍👦".repeat(17)), ALL))).containsExactly(Kind.TOO_LONG);
    }

    @Test
    void the_limit_is_announced_before_it_bites() {
        assertThat(check(Wording.of("a".repeat(18)), ALL))
                .containsExactly(new Warning(Kind.NEARLY, Map.of("part", 1, "left", 2)));
        assertThat(check(Wording.of("a".repeat(17)), ALL)).isEmpty();
    }

    @Test
    void each_part_and_each_first_comment_is_measured() {
        var words = new Wording("", "one", List.of("b".repeat(22)), List.of("c".repeat(23)), "");
        assertThat(check(words, ALL))
                .containsExactly(
                        new Warning(Kind.TOO_LONG, Map.of("part", 2, "over", 2)),
                        new Warning(Kind.TOO_LONG, Map.of("part", 3, "over", 3)));
    }

    @Test
    void what_a_network_has_no_place_for_is_said_and_lets_the_post_go() {
        var words = new Wording("Title", "one", List.of("two"), List.of("first"), "https://example.org");
        var found = check(words, EnumSet.noneOf(Feature.class), "https://example.org/post");
        assertThat(kinds(found))
                .containsExactlyInAnyOrder(
                        Kind.NO_TITLE, Kind.NO_THREAD, Kind.NO_COMMENTS, Kind.NO_QUOTE, Kind.CARD_HIDDEN);
        assertThat(found).noneMatch(Warning::hard);
    }

    @Test
    void a_link_or_a_quote_that_is_no_address_stands_in_the_way() {
        var words = new Wording("", "one", List.of(), List.of(), "not an address");
        assertThat(kinds(check(words, ALL, "neither this"))).containsExactly(Kind.BAD_LINK, Kind.BAD_QUOTE);
    }

    @Test
    void a_link_whose_card_is_hidden_by_pictures_is_said() {
        var words = new Wording("", "one", List.of(), List.of(), "https://example.org");
        var cards = EnumSet.complementOf(EnumSet.of(Feature.LINK_BELOW));
        assertThat(kinds(check(words, cards, "", picture("image/png", "Beans"))))
                .containsExactly(Kind.CARD_HIDDEN);
        assertThat(check(words, ALL, "", picture("image/png", "Beans"))).isEmpty();
    }

    @Test
    void pictures_are_counted_and_each_is_looked_at() {
        var words = Wording.of("one");
        assertThat(kinds(check(words, ALL, "", picture("image/png", "")))).containsExactly(Kind.NO_ALT);
        assertThat(kinds(check(words, ALL, "", picture("image/tiff", "Beans")))).containsExactly(Kind.PICTURE_TYPE);
        assertThat(kinds(check(words, ALL, "", picture("image/png", "x".repeat(31)))))
                .containsExactly(Kind.ALT_TOO_LONG);
        var one = picture("image/png", "Beans");
        assertThat(kinds(check(words, ALL, "", one, one, one))).containsExactly(Kind.TOO_MANY_PICTURES);
    }

    @Test
    void an_account_that_was_disconnected_stands_in_the_way_and_one_that_waits_does_not() {
        var draft = draft(Wording.of("one"), "");
        var content = Contents.of(draft, Draft.Own.same(ID), List.of(), network(ALL));
        assertThat(Checks.of(draft, Draft.Own.same(ID), place(ALL, Account.Health.CLOSED), content))
                .extracting(Warning::kind)
                .containsExactly(Kind.CLOSED);
        assertThat(Checks.of(draft, Draft.Own.same(ID), place(ALL, Account.Health.REAUTH), content))
                .allMatch(warning -> warning.kind() == Kind.LOST && !warning.hard());
    }

    private static List<Warning> check(Wording words, Set<Feature> features) {
        return check(words, features, "");
    }

    private static List<Warning> check(Wording words, Set<Feature> features, String quote, PostPicture... pictures) {
        var draft = draft(words, quote);
        var content = Contents.of(draft, Draft.Own.same(ID), List.of(pictures), network(features));
        return Checks.of(draft, Draft.Own.same(ID), place(features, Account.Health.WELL), content);
    }

    private static Draft draft(Wording words, String quote) {
        return new Draft(words, quote, List.of(), "", null, List.of(), List.of(Draft.Own.same(ID)), 0, "");
    }

    private static List<Kind> kinds(List<Warning> warnings) {
        return warnings.stream().map(Warning::kind).toList();
    }

    private static PostPicture picture(String type, String alt) {
        return new PostPicture(1, "a".repeat(64), type, 400, 300, alt, null, 0);
    }

    private static Place place(Set<Feature> features, Account.Health health) {
        var account = new Account(
                ID,
                "paper",
                "p",
                "@p",
                "Paper",
                URI.create("https://example.org"),
                Set.of(),
                health,
                health == Account.Health.REAUTH ? new Fault("gone", "") : null,
                Instant.EPOCH);
        return new Place(account, network(features));
    }

    static Descriptor network(Set<Feature> features) {
        return new Descriptor(
                "paper",
                "Paper",
                "M0 0",
                Descriptor.Proof.BY_HAND,
                true,
                new Descriptor.TextRule(20, Descriptor.Unit.GRAPHEMES, 400),
                new Descriptor.MediaRule(List.of("image/png"), 2, 1_000, 1_000, 30),
                features,
                Duration.ofSeconds(1),
                new Descriptor.Pace(1, Duration.ofSeconds(1)));
    }
}
