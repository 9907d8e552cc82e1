package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.audience.Brief.Ask;
import dev.parvi.audience.Cherished.One;
import dev.parvi.audience.Cherished.Role;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Address;
import dev.parvi.brand.Voicing;
import dev.parvi.community.Talked;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(Talked.class)
class CherishingTest {

    @Autowired
    Given given;

    @Autowired
    Cherishing cherishing;

    @Autowired
    Briefing briefing;

    @Autowired
    Judging judging;

    @Autowired
    Aiming aiming;

    @Autowired
    Voicing voicing;

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    private Seat seat;
    private Account account;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
    }

    private Talked.Word says(String who, Talked.@Nullable Word to, String text) {
        clock.pass(Duration.ofMinutes(1));
        return talked.says(seat, account, who, "post-1", to, text, clock.instant());
    }

    private void judged() {
        Tenant.run(seat.brand(), () -> {
            while (judging.hear() > 0) {
                Thread.onSpinWait();
            }
            while (judging.judge() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    private List<String> names(Role role) {
        return Tenant.in(seat.brand(), () -> cherishing.people(seat)).of(role).stream()
                .map(each -> each.face().name())
                .toList();
    }

    @Test
    void who_starts_helps_and_is_listened_to_is_told_by_what_they_did() {
        var start = says("Anna", null, "Mitä kahvia te juotte aamulla, ja miten te sen keitätte?");
        says("Bert", start, "Tummaa suodatinkahvia kuppiin joka aamu.");
        says("Carla", start, "Espresso ja pulla, aina sama.");
        says("Dora", start, "Minä juon vain teetä nykyään.");
        says("Eeva", null, "Yksin sanottu juttu ilman vastauksia.");
        judged();
        assertThat(names(Role.STARTS)).containsExactly("Anna");
        assertThat(names(Role.HEARD)).containsExactly("Anna");
        assertThat(names(Role.HELPS)).containsExactlyInAnyOrder("Bert", "Carla", "Dora");
        assertThat(names(Role.THANK)).isEmpty();
    }

    @Test
    void each_is_shown_with_their_language_and_how_the_brand_addresses_people_in_it() {
        var open = TypedVoice.of(Voice.OPEN);
        Tenant.run(
                seat.brand(),
                () -> voicing.change(
                        seat,
                        new TypedVoice(
                                Map.of("ru", "FORMAL"),
                                "",
                                "",
                                open.humour(),
                                open.emoji(),
                                "",
                                "",
                                open.apologies(),
                                "",
                                Set.of())));
        var asks = says("Anna", null, "Where can I buy these beans in the winter months?");
        says("Нина", asks, "Я покупаю их на рынке каждую субботу, там дешевле");
        judged();
        assertThat(Tenant.in(seat.brand(), () -> cherishing.people(seat)).of(Role.HELPS))
                .extracting(One::language, One::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ru", Address.FORMAL));
    }

    @Test
    void a_brief_has_the_fields_that_systems_ask_for_and_runs_nothing_in_a_spreadsheet() {
        Tenant.run(
                seat.brand(),
                () -> aiming.change(
                        seat,
                        new TypedAudience(
                                Set.of("fi"), "Turku", "kahvi*\n=cmd\"x", Set.of("GIVEAWAYS"), "Nordkap", "")));
        var brief = Tenant.in(seat.brand(), () -> briefing.brief(seat));
        assertThat(brief.fields())
                .extracting(Brief.Field::ask)
                .containsExactly(Ask.LOCATIONS, Ask.LANGUAGES, Ask.INTERESTS, Ask.EXCLUDED_NAMES, Ask.EXCLUDED_WORDS);
        assertThat(Tenant.in(seat.brand(), () -> briefing.csv(seat)))
                .startsWith("field,value\r\nlocations,\"Turku\"\r\nlanguages,\"fi\"\r\ninterests,\"kahvi\"\r\n")
                .contains("interests,\"'=cmd\"\"x\"\r\n")
                .contains("excluded_words,\"giveaways\"");
        assertThat(brief.posts()).isEmpty();
    }

    /** The worked example of docs/figures.md. */
    @ParameterizedTest
    @CsvSource({
        "12, 5, 4, 6, true",
        "9, 5, 4, 6, false",
        "12, 5, 2, 6, false",
        "12, 5, 2, 2, false",
        "4, 1, 4, 4, false"
    })
    void a_post_is_worth_promoting_when_twice_the_usual_talked_and_half_of_them_fit(
            int people, double usual, int fits, int told, boolean worth) {
        assertThat(Promotion.of(people, usual, fits, told)).isEqualTo(worth);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(Promotion.median(List.of(9, 1, 4, 6))).isEqualTo(5);
        assertThat(Promotion.median(List.of(3, 1, 2))).isEqualTo(2);
        assertThat(Promotion.median(List.of())).isZero();
    }
}
