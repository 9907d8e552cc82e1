package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.TopicId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class RulingTest {

    @Autowired
    Given given;

    @Autowired
    Ruling ruling;

    private Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    private boolean added(@Nullable TopicId topic) {
        var rule = new TopicRule(0, topic, Condition.EACH, 1, 1, false, false, Duration.ofMinutes(30));
        return Tenant.in(seat.brand(), () -> ruling.add(seat, rule));
    }

    @Test
    void a_member_has_fifty_rules_at_most() {
        for (var n = 0; n < Ruling.MOST; n++) {
            assertThat(added(null)).isTrue();
        }
        assertThat(added(null)).isFalse();
    }

    @Test
    void a_topic_of_another_brand_can_t_be_ruled_on() {
        assertThatThrownBy(() -> added(new TopicId(Long.MAX_VALUE))).isInstanceOf(NoSuchTopic.class);
    }

    @Test
    void numbers_out_of_range_are_brought_into_it() {
        Tenant.run(
                seat.brand(),
                () -> ruling.add(
                        seat, new TopicRule(0, null, Condition.NEGATIVE, 0, 9_999, false, false, Duration.ofDays(9))));

        var rule = Tenant.in(seat.brand(), () -> ruling.all(seat)).rules().getFirst();
        assertThat(rule.many()).isEqualTo(1);
        assertThat(rule.hours()).isEqualTo(TopicRule.HOURS);
        assertThat(rule.quiet()).isEqualTo(Duration.ofDays(1));
    }
}
