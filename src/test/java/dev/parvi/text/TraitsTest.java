package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final Language EN = new Language("en");
    private static final Language FI = new Language("fi");
    private static final Language RU = new Language("ru");

    private static Traits traits(String title, String words, Language language) {
        return Traits.of(title, words, language, List.of("https://a.example/1?utm_source=x"));
    }

    private static List<String> names(Traits traits) {
        return traits.terms().stream()
                .filter(each -> each.kind() == Term.Kind.NAME)
                .map(Term::shown)
                .toList();
    }

    @Test
    void what_is_kept_is_read_back_the_same() {
        var traits = traits(
                "Helsinki closes 38,000 homes",
                "Water rose by 3.4 metres in Helsinki on Monday, says Anna Virta of the city.",
                EN);

        assertThat(Traits.unpack(traits.pack()).terms()).isEqualTo(traits.terms());
        assertThat(Traits.unpack(traits.pack()).links()).isEqualTo(traits.links());
        assertThat(Traits.unpack(traits.pack()).places())
                .isEqualTo(traits.places())
                .hasSize(1);
        assertThat(Traits.unpack(traits.pack()).print().alike(traits.print())).isEqualTo(1);
        assertThat(traits.terms()).extracting(Term::stem).contains("38000", "3.4");
    }

    @Test
    void names_are_told_from_what_begins_a_sentence_or_a_headline() {
        assertThat(names(traits("Prices rise again", "Shoppers in Calder pay more. Brindle's owner is sorry.", EN)))
                .containsExactlyInAnyOrder("Calder", "Brindle");
        assertThat(names(traits("Brindle Phones Catch Fire In Shops", "The phones melted.", EN)))
                .doesNotContain("Fire");
        assertThat(names(traits("Фестиваль «Белый шум» отменили", "Билеты вернут.", RU)))
                .contains("Белый");
    }

    @Test
    void forms_of_a_town_are_one_place() {
        assertThat(Places.of("Turun")).isEqualTo(Places.of("Turku")).isNotEmpty();
        assertThat(Places.of("Самарский")).isEqualTo(Places.of("Самаре")).isNotEmpty();
        assertThat(Places.of("читать")).isEmpty();
    }

    @Test
    void finnish_stems_meet_over_changing_consonants() {
        var stems = Stems.of(FI);
        assertThat(stems.of("Helsingissä")).isEqualTo(stems.of("Helsinki"));
        assertThat(stems.of("myllystä")).isEqualTo(stems.of("mylly"));
    }

    @Test
    void names_sound_alike_in_both_scripts() {
        assertThat(Sounds.of("хельсинк")).isEqualTo(Sounds.of("helsink"));
        assertThat(Sounds.of("таллин")).isEqualTo(Sounds.of("tallinn"));
        assertThat(Sounds.of("oy")).isEmpty();
    }

    @Test
    void addresses_of_one_page_are_one() {
        assertThat(Addresses.keys(List.of("https://www.a.example/x/?utm_source=b&id=1#top", "http://a.example/x?id=1")))
                .hasSize(1);
        assertThat(Addresses.plain("https://a.example/")).isEmpty();
        assertThat(Addresses.plain("mailto:a@example.org")).isEmpty();
        assertThat(Addresses.in("See (https://a.example/x), and https://b.example/y."))
                .containsExactly("https://a.example/x", "https://b.example/y");
    }

    @Test
    void a_touched_up_copy_is_seen_and_another_text_is_not() {
        var text =
                "Phone maker Brindle said on Monday it would recall all Halo 4 devices sold since July following 26 incidents, four of them causing minor burns.";
        var copy = traits("Brindle", text.replace("four of them causing", "four of which caused") + " (Wirefield)", EN);
        var other = traits(
                "Brindle",
                "Airlines said on Tuesday passengers would not be allowed to board with a phone until the recall is complete.",
                EN);
        var print = traits("Recall", text, EN).print();

        assertThat(print.alike(copy.print())).isGreaterThan(Fingerprint.COPY);
        assertThat(print.alike(other.print())).isLessThan(0.2);
    }

    @Test
    void a_roundup_is_known_by_its_title() {
        assertThat(traits("Weekly round-up: phones and storms", "", EN).roundup())
                .isTrue();
        assertThat(traits("Главное за неделю", "", RU).roundup()).isTrue();
        assertThat(traits("Viikon paras keikka", "", FI).roundup()).isFalse();
    }
}
