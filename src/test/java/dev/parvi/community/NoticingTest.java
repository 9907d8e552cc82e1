package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Planned.class)
class NoticingTest extends TalkedTo {

    @Autowired
    Planned planned;

    @Autowired
    Noticing noticing;

    @Autowired
    Reading reading;

    @Autowired
    Stirring stirring;

    @Autowired
    Figures figures;

    @BeforeEach
    void begin() {
        stirring.enlist(seat.brand());
    }

    private DeliveryId published(String... parts) {
        var version = planned.plan(seat, account, clock.instant(), parts);
        for (var each : parts) {
            assertThat(each).isNotEmpty();
            planned.turn();
        }
        return planned.delivery(seat, version);
    }

    /** As if the process had died between the ledger's commit and the telling. */
    private void nobodyWasTold() {
        told.update("delete from talk");
        told.update("delete from our_word");
    }

    @Test
    void what_nobody_was_told_of_is_found_in_the_ledger() {
        var delivery = published("First part", "Second part");
        nobodyWasTold();
        assertThat(told.in(noticing::catchUp)).isEqualTo(2);

        assertThat(told.rows("select delivery_id, next_at is not null reads from talk"))
                .containsExactly(Map.of("delivery_id", delivery.value(), "reads", true));
        assertThat(told.value("select count(*) from our_word")).isEqualTo(2L);
        assertThat(told.in(noticing::catchUp)).as("once").isZero();
    }

    @Test
    void what_was_told_is_not_taken_note_of_again() {
        published("Told");
        assertThat(told.in(noticing::catchUp)).isZero();
        assertThat(told.value("select count(*) from talk")).isEqualTo(1L);
    }

    @Test
    void who_was_away_for_days_finds_what_went_out_meanwhile() {
        told.in(noticing::catchUp);
        published("Before the outage");
        nobodyWasTold();
        clock.pass(Duration.ofDays(5));
        assertThat(told.in(noticing::catchUp)).isEqualTo(1);
    }

    @Test
    void a_post_of_long_ago_is_kept_and_not_read() {
        published("Of long ago");
        nobodyWasTold();
        clock.pass(Duration.ofDays(60));
        told.in(noticing::catchUp);
        assertThat(told.row("select next_at from talk")).containsEntry("next_at", null);
    }

    @Test
    void what_was_taken_down_is_nobodys_talk() {
        published("Gone");
        nobodyWasTold();
        told.update("update delivery set removed_at = now()");
        assertThat(told.in(noticing::catchUp)).isZero();
    }

    @Test
    void the_figures_of_a_post_that_nobody_talks_about_are_kept() {
        var delivery = published("Liked in silence");
        TestNetwork.of(account.place()).talks().counts(Figure.LIKES, 7);
        clock.pass(Duration.ofMinutes(2));
        reading.read(seat.brand(), account.id());

        assertThat(told.value("select count(*) from conversation")).isEqualTo(0L);
        var other = new DeliveryId(Long.MAX_VALUE);
        assertThat(told.in(() -> figures.of(List.of(delivery, other))))
                .as("what isn't known is missing")
                .isEqualTo(Map.of(delivery, Map.of(Figure.LIKES, 7L)));
        assertThat(told.rows("select delivery_id, figure, value, source from snapshot"))
                .as("who keeps what was read was told")
                .containsExactly(Map.of(
                        "delivery_id", delivery.value(), "figure", "LIKES", "value", 7L, "source", account.network()));
    }
}
