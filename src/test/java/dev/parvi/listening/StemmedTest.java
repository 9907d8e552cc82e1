package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StemmedTest {

    private static final List<String> FINNISH = List.of(
            "kahvila kahvilan kahvilaa kahvilassa kahvilasta kahvilaan kahvilat kahviloiden kahviloissa",
            "Helsinki Helsingin Helsingissä Helsinkiin Helsingistä",
            "hinta hinnan hinnat hintoja hintojen hinnoista",
            "kauppa kaupan kaupat kauppoja kaupoissa",
            "hallitus hallituksen hallitukselle hallitukset",
            "kaupunki kaupungin kaupungit kaupungissa kaupunkeja",
            "suomalainen suomalaisen suomalaisia suomalaisten",
            "katu kadun kadulla kaduilla",
            "yritys yrityksen yritykset yrityksiä",
            "mahdollisuus mahdollisuuden mahdollisuudet mahdollisuuksia",
            "verkko verkon verkossa verkot",
            "paahtimo paahtimon paahtimot paahtimoita",
            "opiskelija opiskelijat opiskelijoiden",
            "sairaala sairaalat sairaaloissa",
            "vaali vaalit vaaleissa");
    private static final List<String> ENGLISH = List.of(
            "strike strikes",
            "roaster roasters",
            "price prices priced",
            "company companies company's",
            "election elections elected");
    private static final List<String> RUSSIAN = List.of(
            "кофейня кофейни кофейне кофейнях",
            "цена цены ценах цен",
            "город города городов городе",
            "выборы выборов выборах",
            "Москва Москве Москвы",
            "жёлтый желтые жёлтых");

    private static void oneStemEach(List<String> families, Speech speech) {
        for (var family : families) {
            var stems = new HashSet<String>();
            Arrays.stream(family.split(" "))
                    .forEach(word ->
                            stems.add(new Stemmed().of(word, speech).getFirst().stem()));
            assertThat(stems).as(family).hasSize(1);
        }
    }

    @Test
    void finnish_words_meet_in_all_their_cases_and_grades() {
        oneStemEach(FINNISH, Speech.FINNISH);
    }

    @Test
    void english_words_meet() {
        oneStemEach(ENGLISH, Speech.ENGLISH);
    }

    @Test
    void russian_words_meet_wherever_they_stand() {
        oneStemEach(RUSSIAN, Speech.OTHER);
        oneStemEach(RUSSIAN, Speech.FINNISH);
        oneStemEach(RUSSIAN, Speech.ENGLISH);
    }

    /** All words of the lists, each against all others: what has nothing to do with each other stays apart. */
    @Test
    void different_words_stay_apart() {
        var stems = new HashSet<String>();
        FINNISH.forEach(family ->
                stems.add(new Stemmed().of(family, Speech.FINNISH).getFirst().stem()));
        assertThat(stems).hasSameSizeAs(FINNISH);
    }

    @Test
    void other_languages_stay_as_they_are() {
        assertThat(new Stemmed().of("Kaffees Häuser 2026 3,5", Speech.OTHER))
                .extracting(Stemmed.Piece::stem)
                .containsExactly("kaffees", "häuser", "2026", "3,5");
    }

    @Test
    void letters_may_come_apart() {
        assertThat(new Stemmed().of("pa\u0308a\u0308to\u0308s", Speech.OTHER))
                .extracting(Stemmed.Piece::stem)
                .containsExactly("päätös");
    }
}
