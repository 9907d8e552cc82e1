package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GoneSourcesTest extends Alarmed {

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
