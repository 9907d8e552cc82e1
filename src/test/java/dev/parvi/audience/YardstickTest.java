package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.audience.Fit.Ground;
import dev.parvi.audience.Fit.Reason;
import dev.parvi.audience.Fit.Verdict;
import dev.parvi.brand.TargetAudience;
import dev.parvi.brand.TargetAudience.Outsider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YardstickTest {

    private static final TargetAudience ROASTERY = new TargetAudience(
            List.of("fi", "en"),
            List.of("Turku", "Varsinais-Suomi"),
            List.of("kahvi", "coffee", "bak*"),
            EnumSet.allOf(Outsider.class),
            List.of("Aurajoen Paahtimo"),
            List.of("sijoitusvinkit"));

    private static Fit fit(String name, String handle, String about, String place, String... said) {
        return new Yardstick(ROASTERY).judge(new Seen(name, handle, about, place, List.of(said)));
    }

    /** The worked example of docs/figures.md. */
    @Test
    void the_examples_of_the_figures_page_are_judged_as_it_says() {
        var liisa = fit("Liisa", "liisa", "Kahvihullu Turusta", "", "Milloin teillä on taas etiopialaista?");
        assertThat(liisa.verdict()).isEqualTo(Verdict.FITS);
        assertThat(liisa.reasons())
                .containsExactly(
                        new Reason(Ground.PLACE, "turusta"),
                        new Reason(Ground.LANGUAGE, "fi"),
                        new Reason(Ground.INTEREST, "kahvihullu"));
        var john = fit("John", "john", "Coffee nerd in London", "London");
        assertThat(john.verdict()).isEqualTo(Verdict.DOESNT);
        assertThat(john.reasons()).contains(new Reason(Ground.PLACE_OUT, "London"));
        assertThat(fit("Ville", "ville", "", "Turku", "Hieno juttu!").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Turun Kahvikauppa Oy, kk, Kahvia ja teetä, SHOPS",
        "Mocca, mocca, Kahvien verkkokauppa, SHOPS",
        "Some Guru, guru, Markkinointitoimisto Turussa, AGENCIES",
        "Ann, ann8461927, '', BOTS",
        "Voittaja, v, Arvonnat ja kahvi, GIVEAWAYS",
        "Aurajoen paahtimo, x, Paahdamme kahvia, COMPETITOR",
        "Joku, aurajoenpaahtimo, '', COMPETITOR",
        "Joku, j, Kahvi ja sijoitusvinkit, UNWANTED",
    })
    void who_is_left_out_is_so_whatever_else_fits(String name, String handle, String about, Ground ground) {
        var fit = fit(name, handle, about, "Turku");
        assertThat(fit.verdict()).isEqualTo(Verdict.DOESNT);
        assertThat(fit.reasons().getFirst().ground()).isEqualTo(ground);
    }

    @Test
    void who_says_the_same_with_a_link_again_is_a_bot() {
        assertThat(fit("A", "a", "kahvi", "Turku", "See https://x.example/a", "See https://x.example/a")
                        .verdict())
                .isEqualTo(Verdict.DOESNT);
        assertThat(fit("A", "a", "kahvi", "Turku", "Hyvää kahvia", "Hyvää kahvia")
                        .verdict())
                .isEqualTo(Verdict.FITS);
    }

    @Test
    void another_language_counts_against_only_where_there_are_words_enough() {
        assertThat(fit("Ana", "ana", "Me encanta el café y los viajes por toda España con mi familia", "")
                        .verdict())
                .isEqualTo(Verdict.DOESNT);
        assertThat(fit("Ana", "ana", "café", "").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(fit("Оля", "olya", "", "", "Вкусно!").reasons())
                .containsExactly(new Reason(Ground.LANGUAGE_OUT, "cyrillic"));
    }

    @Test
    void a_country_says_nothing_of_a_town_in_it_and_a_field_of_two_places_is_searched() {
        assertThat(fit("A", "a", "kahvi", "Suomi").verdict()).isEqualTo(Verdict.FITS);
        assertThat(fit("A", "a", "kahvi", "Finland").verdict()).isEqualTo(Verdict.FITS);
        assertThat(fit("A", "a", "kahvi", "Turku, Finland").reasons()).contains(new Reason(Ground.PLACE, "turku"));
        assertThat(fit("A", "a", "kahvi", "Oulu").verdict()).isEqualTo(Verdict.DOESNT);
    }

    @Test
    void without_interests_all_that_is_asked_for_has_to_be_known() {
        var target = new TargetAudience(List.of("fi"), List.of("Turku"), List.of(), Set.of(), List.of(), List.of());
        assertThat(new Yardstick(target)
                        .judge(new Seen("A", "a", "Opettaja ja kahden lapsen äiti Turusta", "", List.of()))
                        .verdict())
                .isEqualTo(Verdict.FITS);
        assertThat(new Yardstick(target)
                        .judge(new Seen("A", "a", "", "Turku", List.of()))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void nobody_is_judged_where_the_brand_has_not_said_whom_it_wants() {
        assertThat(new Yardstick(TargetAudience.OPEN).judge(new Seen("A Oy", "a", "kahvi", "Turku", List.of())))
                .isEqualTo(new Fit(Verdict.UNKNOWN, List.of()));
    }

    @Test
    void reasons_are_read_as_they_were_written() {
        var fit = fit("Liisa", "liisa", "Kahvihullu Turusta", "Turku", "Onpa hyvää ja tuoretta kahvia tänään!");
        assertThat(Fit.read(fit.verdict().name(), fit.written())).isEqualTo(fit);
        assertThat(Fit.read("UNKNOWN", "").reasons()).isEmpty();
    }
}
