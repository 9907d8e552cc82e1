package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the half of the labelled conversations that the rule was worked out on; the other half is for {@code bin/bench conflict}. */
class ConflictCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ru", "en"})
    void what_is_labelled_is_found_and_nothing_else(String language) {
        var cases = ConflictCase.of(language, "dev");
        var differing = cases.stream().filter(each -> !each.right()).toList();
        assertThat(cases).hasSize(30);
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "ru", "en"})
    void the_half_held_back_is_as_large(String language) {
        var cases = ConflictCase.of(language, "held");
        assertThat(cases).hasSize(30);
        assertThat(cases).filteredOn(ConflictCase::conflict).hasSize(15);
    }
}
