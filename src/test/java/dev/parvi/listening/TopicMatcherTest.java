package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.shared.BrandId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicMatcherTest {

    private static final BrandId BRAND = new BrandId(1);
    private static final BrandId OTHER = new BrandId(2);

    private static final Matchable FINNISH = new Matchable(
            1,
            "Kahvin hinnat nousevat Helsingissä",
            "Kahvilassa kuppi maksaa pian viisi euroa, kertoo Paulig. Tee halpenee.",
            "fi",
            "areena.yle.fi",
            "Yle Uutiset");
    private static final Matchable ENGLISH = new Matchable(
            2,
            "Roasters warn of price rises",
            "Coffee prices will go up, says Finland's largest roaster. Nokia is not affected.",
            "en",
            "example.com",
            "The Coffee Times");
    private static final Matchable RUSSIAN = new Matchable(
            3, "Цены на кофе растут", "В кофейнях Хельсинки чашка подорожает, сообщает Paulig.", "ru", "", "Фонтанка");

    private final TopicMatcher matcher = new TopicMatcher();

    @AfterEach
    void close() {
        matcher.close();
    }

    private List<Long> picked(String query) throws TopicMisread {
        matcher.put(List.of(new Stored(BRAND, 9, TopicQuery.read(query))));
        return List.copyOf(
                matcher.match(BRAND, List.of(FINNISH, ENGLISH, RUSSIAN)).keySet());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            kahvila                         | 1
            Helsinki hinta                  | 1
            coffee price                    | 2
            кофейня                         | 3
            Paulig                          | 1,3
            kahvi OR coffee OR кофе         | 1,2,3
            Paulig language:ru              | 3
            Paulig NOT language:ru          | 1
            Paulig -цена                    | 1
            language:fi Nokia               | ``
            language:sv Paulig              | ``
            "kahvin hinta"                  | 1
            "hinta kahvi"                   | ``
            "hinta kahvi"~3                 | 1
            "Helsingissä kahvila"           | ``
            kahv*                           | 1
            кофейн*                         | 3
            title:kuppi                     | ``
            title:kahvi                     | 1
            title:rise*                     | 2
            site:yle.fi                     | 1
            site:le.fi                      | ``
            source:coffee                   | 2
            source:"yle uutiset" kahvi      | 1
            source:Фонтанка                 | 3
            (tee OR nokia) -paulig          | 2
            kahvi (language:en OR hinta)    | 1
            """)
    void picks(String query, String wanted) throws TopicMisread {
        assertThat(picked(query).stream().map(String::valueOf).toList())
                .isEqualTo(wanted.isEmpty() ? List.of() : List.of(wanted.split(",")));
    }

    @Test
    void a_brand_s_items_meet_its_own_topics_only() throws TopicMisread {
        matcher.put(List.of(
                new Stored(BRAND, 1, TopicQuery.read("kahvi")), new Stored(OTHER, 2, TopicQuery.read("kahvi"))));

        assertThat(matcher.match(BRAND, List.of(FINNISH))).containsEntry(1L, List.of(1L));
        assertThat(matcher.match(OTHER, List.of(FINNISH))).containsEntry(1L, List.of(2L));
    }

    @Test
    void a_changed_topic_takes_the_old_one_s_place_and_a_dropped_one_is_gone() throws TopicMisread {
        assertThat(picked("kahvi")).containsExactly(1L);
        assertThat(picked("coffee")).containsExactly(2L);
        assertThat(picked("kahvi language:fi")).containsExactly(1L);

        matcher.drop(List.of(9L));

        assertThat(matcher.match(BRAND, List.of(FINNISH, ENGLISH))).isEmpty();
    }

    @Test
    void a_word_that_another_topic_still_asks_for_stays() throws TopicMisread {
        matcher.put(List.of(
                new Stored(BRAND, 1, TopicQuery.read("kahvi*")),
                new Stored(BRAND, 2, TopicQuery.read("kahvi* hinta"))));
        matcher.drop(List.of(1L));

        assertThat(matcher.match(BRAND, List.of(FINNISH))).containsEntry(1L, List.of(2L));
    }
}
