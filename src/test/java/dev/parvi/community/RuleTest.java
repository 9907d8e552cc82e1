package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Rule.Subject;
import dev.parvi.shared.AccountId;
import dev.parvi.text.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final AccountId HERE = new AccountId(1);
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private static Rule rule(String name, List<String> words, int links, int days) {
        return new Rule(0, name, Optional.empty(), words, links, Optional.empty(), days, Sight.OUT_OF_SIGHT);
    }

    private static Subject said(AccountId account, String text, Mark... marks) {
        return new Subject(account, text, Set.of(marks), NOW, NOW);
    }

    @Test
    void all_conditions_must_hold() {
        var ads = new Rule(0, "Ads", Optional.of(HERE), List.of("coffee"), 1, Optional.of(Mark.SPAM), 0, Sight.SPAM);
        assertThat(ads.finds(said(HERE, "Coffee at https://ads.example", Mark.SPAM)))
                .isTrue();
        assertThat(ads.finds(said(new AccountId(2), "Coffee at https://ads.example", Mark.SPAM)))
                .isFalse();
        assertThat(ads.finds(said(HERE, "Tea at https://ads.example", Mark.SPAM)))
                .isFalse();
        assertThat(ads.finds(said(HERE, "Coffee here", Mark.SPAM))).isFalse();
        assertThat(ads.finds(said(HERE, "Coffee at https://ads.example", Mark.QUESTION)))
                .isFalse();
    }

    @Test
    void an_account_is_young_until_it_has_been_there_for_so_many_days() {
        var newcomers = rule("New", List.of(), 0, 7);
        var week = NOW.minus(Duration.ofDays(7));
        assertThat(newcomers.finds(new Subject(HERE, "Hello", Set.of(), week.plusSeconds(1), NOW)))
                .isTrue();
        assertThat(newcomers.finds(new Subject(HERE, "Hello", Set.of(), week, NOW)))
                .isFalse();
        assertThat(newcomers.finds(new Subject(HERE, "Hello", Set.of(), null, NOW)))
                .as("no account at all")
                .isTrue();
    }

    @Test
    void a_rule_without_conditions_finds_nothing() {
        assertThat(rule("All", List.of(), 0, 0).finds(said(HERE, "Hello"))).isFalse();
    }

    @Test
    void the_field_that_is_wrong_is_named() {
        assertThat(rule("x", List.of(), 0, 0).wrong()).contains("conditions");
        assertThat(rule(" ", List.of("a"), 0, 0).wrong()).contains("name");
        assertThat(rule("x", List.of("x".repeat(Rule.LONGEST_WORD + 1)), 0, 0).wrong())
                .contains("words");
        assertThat(rule("x", List.of(), -1, 0).wrong()).contains("links");
        assertThat(rule("x", List.of(), 0, Rule.MOST_DAYS + 1).wrong()).contains("days");
        assertThat(rule("x", List.of("a"), 1, 1).wrong()).isEmpty();
    }
}
