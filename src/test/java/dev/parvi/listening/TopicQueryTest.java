package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.listening.TopicMisread.Kind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicQueryTest {

    private static final String SIGNS =
            "kahvi|tea*|AND|OR|NOT|(|)| | |\"|\"a b\"|~3|title:|site:yle.fi|language:fi|-|*|:|цена|»|\ud83c\udf89|\u0000|site:|~|и";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            coffee                              | coffee
            coffee price                        | coffee AND price
            coffee OR tea price                 | coffee OR (tea AND price)
            (coffee OR tea) price               | (coffee OR tea) AND price
            coffee NOT instant                  | coffee AND NOT instant
            coffee -instant                     | coffee AND NOT instant
            coffee NOT (instant OR decaf)       | coffee AND NOT (instant OR decaf)
            NOT NOT coffee                      | coffee
            ((coffee))                          | coffee
            "kahvin  hinta"                     | "kahvin hinta"
            ”kahvin hinta”                      | "kahvin hinta"
            «цена кофе»                         | "цена кофе"
            "kahvi hinta"~5                     | "kahvi hinta"~5
            kahvi* language:FI                  | kahvi* AND language:fi
            site:https://www.yle.fi/uutiset kahvi| site:yle.fi AND kahvi
            Source:"Yle Uutiset"                | source:"Yle Uutiset"
            title:кофе*                         | title:кофе*
            covid-19                            | covid-19
            12:30 juna                          | 12:30 AND juna
            """)
    void is_understood_as(String typed, String understood) throws TopicMisread {
        assertThat(TopicQuery.read(typed).text()).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            `   `                    | EMPTY             | 0  | 0  | ``
            coffee "black            | UNCLOSED_QUOTE    | 7  | 13 | `"black`
            coffee ""                | EMPTY_QUOTES      | 7  | 9  | `""`
            (coffee OR tea           | UNCLOSED_BRACKET  | 0  | 1  | (
            coffee) tea              | UNOPENED_BRACKET  | 6  | 7  | )
            coffee ()                | EMPTY_BRACKETS    | 7  | 9  | ()
            AND coffee               | NOTHING_BEFORE    | 0  | 3  | AND
            coffee (OR tea)          | NOTHING_BEFORE    | 8  | 10 | OR
            coffee AND               | NOTHING_AFTER     | 7  | 10 | AND
            coffee AND OR tea        | NOTHING_AFTER     | 7  | 10 | AND
            coffee NOT               | NOTHING_AFTER     | 7  | 10 | NOT
            coffee and tea           | SMALL_OPERATOR    | 7  | 10 | and
            lang:fi coffee           | UNKNOWN_FIELD     | 0  | 5  | lang
            coffee title:            | FIELD_WITHOUT_VALUE| 7 | 13 | title
            coffee title: tea        | FIELD_WITHOUT_VALUE| 7 | 13 | title
            coffee language:suomi    | UNKNOWN_LANGUAGE  | 16 | 21 | suomi
            site:yle coffee          | BAD_SITE          | 5  | 8  | yle
            ka*                      | SHORT_PREFIX      | 0  | 3  | ka*
            ka*vi                    | STAR_INSIDE       | 0  | 5  | ka*vi
            "kahv* hinta"            | STAR_IN_PHRASE    | 0  | 13 | kahv* hinta
            "kahvi hinta"~99         | BAD_DISTANCE      | 13 | 16 | 50
            coffee +++               | NO_LETTERS        | 7  | 10 | +++
            NOT coffee               | FINDS_NOTHING     | 0  | 10 | NOT coffee
            language:fi              | FINDS_NOTHING     | 0  | 11 | language:fi
            coffee OR NOT tea        | FINDS_NOTHING     | 0  | 17 | coffee OR NOT tea
            """)
    void says_what_is_wrong_and_where(String typed, Kind kind, int from, int to, String what) {
        var misread = catchThrowableOfType(TopicMisread.class, () -> TopicQuery.read(typed));

        assertThat(misread.kind()).isEqualTo(kind);
        assertThat(misread.from()).isEqualTo(from);
        assertThat(misread.to()).isEqualTo(to);
        assertThat(misread.what()).isEqualTo(what);
    }

    @Test
    void has_limits() {
        assertThat(kind("a".repeat(TopicQuery.LONGEST + 1))).isEqualTo(Kind.TOO_LONG);
        assertThat(kind("coffee ".repeat(TopicQuery.WORDS + 1))).isEqualTo(Kind.TOO_MANY_WORDS);
        assertThat(kind("(".repeat(TopicQuery.DEPTH + 1) + "a" + ")".repeat(TopicQuery.DEPTH + 1)))
                .isEqualTo(Kind.TOO_DEEP);
        assertThat(kind("NOT ".repeat(300) + "a")).isEqualTo(Kind.TOO_DEEP);
        assertThat(kind("\"" + "a ".repeat(13) + "\"")).isEqualTo(Kind.PHRASE_TOO_LONG);
    }

    private static Kind kind(String typed) {
        return catchThrowableOfType(TopicMisread.class, () -> TopicQuery.read(typed))
                .kind();
    }

    /** Whatever is typed is read or refused with a place within it; what was read reads the same from what it prints. */
    @Test
    void anything_may_be_typed() {
        var signs = SIGNS.split("\\|");
        var random = new Random(7);
        var read = 0;
        for (var turn = 0; turn < 20_000; turn++) {
            var typed = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--) {
                typed.append(signs[random.nextInt(signs.length)]);
            }
            try {
                var query = TopicQuery.read(typed.toString());
                read++;
                assertThat(TopicQuery.read(query.text())).as(typed.toString()).isEqualTo(query);
            } catch (TopicMisread e) {
                assertThat(e.from()).as(e.getMessage()).isBetween(0, e.to());
                assertThat(e.to()).as(e.getMessage()).isLessThanOrEqualTo(typed.length());
            }
        }
        assertThat(read).isGreaterThan(500);
    }
}
