package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittingTest {

    private static final List<String> FRUIT =
            List.of("red apple", "green apple", "apple pie", "sweet apple", "sour apple tree", "an apple a day");
    private static final List<String> TOOLS =
            List.of("steel hammer", "hammer and nail", "a heavy hammer", "hammer time", "my old hammer", "hammer blow");
    private static final List<String> WATER =
            List.of("deep river", "river bank", "a wide river", "river boat", "down by the river", "cold river");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void three_labels_are_learned(double spread) {
        var model = model(spread, FRUIT, TOOLS, WATER);

        assertThat(guess(model, "yellow apple")).isEqualTo("0");
        assertThat(guess(model, "wooden hammer")).isEqualTo("1");
        assertThat(guess(model, "long river")).isEqualTo("2");
        assertThat(Arrays.stream(model.probabilities(features("long river"))).sum())
                .isBetween(0.999, 1.001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void two_labels_share_one_output(double spread) {
        var model = model(spread, TOOLS, FRUIT);

        assertThat(model.size()).isEqualTo(1 << 12);
        assertThat(guess(model, "wooden hammer")).isEqualTo("0");
        assertThat(guess(model, "yellow apple")).isEqualTo("1");
    }

    @Test
    void the_same_texts_give_the_same_bytes_and_they_read_back() throws IOException {
        var bytes = bytes(model(0.7, FRUIT, TOOLS, WATER));

        assertThat(bytes(model(0.7, FRUIT, TOOLS, WATER))).isEqualTo(bytes);
        var back = LinearModel.read(new ByteArrayInputStream(bytes));
        assertThat(back.scores(features("yellow apple")))
                .isEqualTo(model(0.7, FRUIT, TOOLS, WATER).scores(features("yellow apple")));
    }

    @Test
    void what_is_no_model_or_cut_off_is_refused() throws IOException {
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
        var bytes = bytes(model(0, FRUIT, TOOLS, WATER));
        var longer = Arrays.copyOf(bytes, bytes.length + 40_000);
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(longer)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void between_two_labels_lies_a_third() {
        var model = model(0.7, TOOLS, FRUIT).between("neither", 0.3f);

        assertThat(model.labels()).containsExactly("0", "neither", "1");
        assertThat(guess(model, "wooden hammer")).isEqualTo("0");
        assertThat(guess(model, "qqq zzz")).isEqualTo("neither");
        assertThat(guess(model, "yellow apple")).isEqualTo("1");
    }

    @Test
    void a_text_may_be_two_things() {
        var features = List.of(features("apple"), features("hammer"), features("apple hammer"), features("river"));
        var model = new Fitting(1, 0, 0, 12)
                .fit(List.of("fruit", "tool", "water"), features, List.of("fruit", "tool", "fruit,tool", "water"), 1);

        var scores = model.scores(features("apple hammer"));
        assertThat(scores[0]).isGreaterThan(scores[2]);
        assertThat(scores[1]).isGreaterThan(scores[2]);
    }

    @Test
    void a_scale_is_found_under_which_confidence_is_deserved() {
        var model = model(0, FRUIT, TOOLS, WATER);
        var features = FRUIT.stream().map(FittingTest::features).toList();

        assertThat(Sharpening.of(
                        model, features, FRUIT.stream().map(text -> "0").toList()))
                .isEqualTo(16f);
        assertThat(Sharpening.of(
                        model, features, FRUIT.stream().map(text -> "2").toList()))
                .isEqualTo(0.25f);
    }

    @Test
    void scores_are_what_they_are_called() {
        var right = List.of("a", "a", "a", "b");
        var guessed = List.of("a", "a", "b", "b");

        assertThat(Scores.accuracy(right, guessed)).isEqualTo(75);
        assertThat(Scores.f1("a", right, guessed)).isEqualTo(80);
        assertThat(Scores.macro(right, guessed)).isBetween(73.3, 73.4);
        assertThat(Scores.resolved(List.of("a,b", "a,c"), List.of("b", "b"))).containsExactly("b", "a");
    }

    @SafeVarargs
    private static LinearModel model(double spread, List<String>... kinds) {
        var texts = Arrays.stream(kinds)
                .flatMap(List::stream)
                .map(FittingTest::features)
                .toList();
        var right = IntStream.range(0, kinds.length)
                .boxed()
                .flatMap(kind -> kinds[kind].stream().map(text -> Integer.toString(kind)))
                .toList();
        return new Fitting(1, 0, spread, 12).fit(right.stream().distinct().toList(), texts, right, 4);
    }

    private static String guess(LinearModel model, String text) {
        return model.guess(features(text)).label();
    }

    private static int[] features(String text) {
        return Features.tone(Prose.of(text).even(), Lexicon.NONE);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }
}
