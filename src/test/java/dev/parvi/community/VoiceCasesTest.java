package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the half of the labelled cases that the rules were worked out on; the other half is for {@code bin/bench voice}. */
class VoiceCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ru", "en"})
    void what_is_labelled_is_found_and_nothing_else(String language) {
        var cases = VoiceCase.of(language, "dev");
        var differing = new ArrayList<String>();
        for (var each : cases) {
            if (!each.found().equals(each.kinds())) {
                differing.add(each.kinds() + " but found " + VoiceCheck.of(each.answer(), each.guide()) + ": "
                        + each.answer().text());
            }
        }
        assertThat(cases).hasSize(75);
        assertThat(differing).isEmpty();
    }
}
