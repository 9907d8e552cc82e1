package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Branding;
import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Pushing;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class GoneSourcesTest {

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Ruling ruling;

    @Autowired
    TopicRules rules;

    @Autowired
    TopicAlerts alerts;

    @Autowired
    Branding branding;

    @Autowired
    Languages languages;

    @Autowired
    Pushing pushing;

    @Autowired
    DeskSettings settings;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final TestPost post = new TestPost();
    private Alarming alarming;
    private Seat seat;
    private SourceId source;

    @BeforeEach
    void a_source() {
        alarming = new Alarming(rules, alerts, branding, languages, post, pushing, settings, clock, transaction);
        alarming.tellAll();
        post.mails.clear();
        seat = given.brand();
        source = in(() -> following.add(seat, NewSource.feed("https://example.org/feed", "Example", List.of())))
                .id();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    @Test
    void a_source_that_is_gone_for_good_is_told_once_and_again_when_it_goes_again() {
        in(() -> ruling.add(seat, new TopicRule(0, null, Condition.GONE, 1, 1, true, false, Duration.ofMinutes(30))));
        alarming.tellAll();
        assertThat(post.mails).isEmpty();

        gone();
        alarming.tellAll();
        alarming.tellAll();
        assertThat(post.mails)
                .singleElement()
                .asString()
                .contains("A source is gone and is not read any more")
                .contains("- Example");
        assertThat(in(() -> ruling.all(seat)).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.things()).containsExactly(source.value()));

        Tenant.run(seat.brand(), () -> following.resume(seat, source));
        clock.pass(Duration.ofMinutes(31));
        alarming.tellAll();
        assertThat(post.mails).hasSize(1);
        gone();
        alarming.tellAll();
        assertThat(post.mails).hasSize(2);
    }

    private void gone() {
        in(() -> {
            jdbc.sql("update source set state = 'RETIRED', reason = 'gone' where id = :id")
                    .param("id", source.value())
                    .update();
            return jdbc.sql("update fetching set read_at = :now, next_at = null where source_id = :id")
                    .param("id", source.value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }
}
