package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.TopicEngine.Stored;
import dev.parvi.shared.BrandId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Test
    void many_items_matched_together_are_matched_as_each_alone() throws TopicMisread {
        var queries = List.of(
                "coffee price",
                "\"coffee price\"",
                "nokia -coffee",
                "roast* OR nokia",
                "\"price coffee\"~2",
                "title:coffee");
        for (var n = 0; n < queries.size(); n++) {
            matcher.put(List.of(new Stored(BRAND, n, TopicQuery.read(queries.get(n)))));
        }
        matcher.put(List.of(new Stored(OTHER, 99, TopicQuery.read("coffee"))));
        var words = List.of("coffee", "price", "nokia", "roaster", "tea", "and", "the");
        var random = new Random(3);
        var items = new ArrayList<Matchable>();
        for (var n = 0; n < 500; n++) {
            items.add(new Matchable(n, words(words, random, 2), words(words, random, 4), "en", "", ""));
        }

        var together = matcher.match(BRAND, items);

        var alone = new LinkedHashMap<Long, Set<Long>>();
        items.forEach(
                item -> matcher.match(BRAND, List.of(item)).forEach((id, topics) -> alone.put(id, Set.copyOf(topics))));
        assertThat(together).hasSizeGreaterThan(200);
        assertThat(together.keySet()).containsExactlyElementsOf(alone.keySet());
        assertThat(together)
                .allSatisfy((id, topics) -> assertThat(topics).containsExactlyInAnyOrderElementsOf(alone.get(id)));
    }

    private static String words(List<String> from, Random random, int many) {
        return random.ints(many, 0, from.size()).mapToObj(from::get).collect(Collectors.joining(" "));
    }
}
