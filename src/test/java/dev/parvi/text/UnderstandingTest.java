package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("SystemOut")
class UnderstandingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Kiitos, ihana palvelu ja herkullista ruokaa!                   | PRAISE          | LAUDING_WORDS
        Thank you, wonderful service and great food!                   | PRAISE          | LAUDING_WORDS
        Спасибо, отличное обслуживание и очень вкусно!                 | PRAISE          | LAUDING_WORDS
        Surkea palvelu, tuote meni rikki eikä kukaan vastaa            | COMPLAINT       | TROUBLE_WORDS
        Terrible service, the product broke and nobody answers         | COMPLAINT       | TROUBLE_WORDS
        Ужасный сервис, товар сломался, никто не отвечает              | COMPLAINT       | TROUBLE_WORDS
        I want my money back                                           | COMPLAINT       | DEMAND_WORDS
        Верните мне деньги за заказ, сколько можно ждать                                                 | COMPLAINT       | DEMAND_WORDS
        Paljonko tämä maksaa ja mistä tätä saa?                        | PURCHASE_INTENT | BUYING_WORDS
        Сколько стоит доставка в Тулу?                                 | PURCHASE_INTENT | BUYING_WORDS
        Senkin idiootti                                                | OFFENSIVE       | RUDE_WORDS
        Ты идиот и придурок                                            | OFFENSIVE       | RUDE_WORDS
        Earn money from home, bitcoin, check my bio                    | SPAM            | BAIT_WORDS
        Хотите лёгкие деньги? Заработок без вложений, пишите в лс                | SPAM            | BAIT_WORDS
        #a #b #c #d #e http://x.example                                | SPAM            | HARDLY_WORDS
        Onko teillä auki huomenna?                                     | QUESTION        | QUESTION_MARK
        est-ce que vous ouvrez demain                                  | QUESTION        | QUESTION_WORDS
        """)
    void a_rule_that_marks_a_text_says_which_it_is(String text, Mark mark, Rule rule) {
        var finding = Understanding.of(text).finding(mark);

        assertThat(finding).extracting(Finding::state, Finding::rule).containsExactly(Finding.State.THERE, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "en, where do you keep the keys, QUESTION",
        "fi, milloin te avaatte huomenna, QUESTION",
        "en, shut up you stupid bitch, OFFENSIVE",
        "de, halt die Klappe du Idiot und verpiss dich, OFFENSIVE"
    })
    void a_model_marks_where_there_is_one(String language, String text, Mark mark) {
        var finding =
                Understanding.of(text, new Language(language), Learned.NOTHING).finding(mark);

        assertThat(finding.there()).isTrue();
        assertThat(finding.confidence()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "The shop is across from the library",
        "Tulen käymään perjantaina iltapäivällä",
        "Магазин находится напротив библиотеки"
    })
    void a_plain_remark_has_no_marks(String text) {
        assertThat(Understanding.of(text).marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"❤❤❤, POSITIVE", ":), POSITIVE", "😡, NEGATIVE", "😡 ❤, UNSURE", "🚲, UNSURE"})
    void emoji_without_a_word_have_a_mood_in_any_language(String text, Mood mood) {
        var verdict = Understanding.of(text);

        assertThat(verdict.mood()).isEqualTo(mood);
        assertThat(verdict.moodBasis()).isEqualTo(mood == Mood.UNSURE ? Basis.NONE : Basis.RULE);
    }

    @Test
    void who_closes_with_a_full_stop_hardly_asks() {
        var open = Understanding.of("what a picture", new Language("en"), Learned.NOTHING);
        var closed = Understanding.of("what a picture!", new Language("en"), Learned.NOTHING);

        assertThat(closed.finding(Mark.QUESTION).probability())
                .isLessThan(open.finding(Mark.QUESTION).probability());
        assertThat(closed.has(Mark.QUESTION)).isFalse();
    }

    @Test
    void where_neither_model_nor_rule_serves_a_language_it_is_unsure() {
        var verdict = Understanding.of("Bardzo dziękuję za szybką odpowiedź i miłą obsługę");

        assertThat(verdict.language().code()).isEqualTo("pl");
        assertThat(verdict.mood()).isEqualTo(Mood.UNSURE);
        assertThat(verdict.moodBasis()).isEqualTo(Basis.NONE);
        assertThat(EnumSet.complementOf(EnumSet.of(Mark.SPAM)))
                .allSatisfy(mark -> assertThat(verdict.finding(mark))
                        .extracting(Finding::state, Finding::basis)
                        .containsExactly(Finding.State.UNSURE, Basis.NONE));
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void a_text_without_words_is_unsure(Mark mark) {
        var verdict = Understanding.of(" \n\t ");

        assertThat(verdict.language()).isEqualTo(Language.UNKNOWN);
        assertThat(verdict.mood()).isEqualTo(Mood.UNSURE);
        assertThat(verdict.finding(mark).there()).isFalse();
    }

    /** Our own comments, plainer than the world; docs/text-models.md gives the figures. */
    @ParameterizedTest
    @CsvSource({"en, 60", "fi, 60", "ru, 50", "sv, 45"})
    void everyday_comments_are_mostly_understood(String language, int least) throws IOException {
        try (var in = UnderstandingTest.class.getResourceAsStream("/text/comments-" + language + ".tsv")) {
            var lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var right = lines.stream()
                    .map(line -> line.split("\t"))
                    .filter(line -> Understanding.of(line[1]).mood().label().equals(line[0]))
                    .count();
            System.out.println(language + ": mood right for " + right + " of " + lines.size());
            assertThat(right).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void many_are_understood_in_their_order() {
        var verdicts = Understanding.of(List.of("Kiitos, ihanaa!", "Ужасно, ненавижу"), Learned.NOTHING);

        assertThat(verdicts).extracting(Verdict::mood).containsExactly(Mood.POSITIVE, Mood.NEGATIVE);
    }

    @Test
    void each_rule_has_its_sentence() {
        var bundle = java.util.ResourceBundle.getBundle("dev.parvi.text.messages", java.util.Locale.ROOT);

        assertThat(Arrays.stream(Rule.values()).map(Rule::key)).allMatch(bundle::containsKey);
    }
}
