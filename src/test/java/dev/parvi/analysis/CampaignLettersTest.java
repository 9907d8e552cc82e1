package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters of campaigns: while they run, and when they are over. */
class CampaignLettersTest extends Circulated {

    @Test
    void a_campaigns_report_follows_the_campaigns_last_day() {
        var campaign = in(() -> campaigning.add(seat, autumn("2026-11-20")));
        var id = in(() -> circulating.add(seat, typed("CAMPAIGN", Long.toString(campaign), reader)));
        assertThat(next(id)).isEqualTo(Instant.parse("2026-11-21T06:00:00Z"));
        in(() -> {
            campaigning.change(seat, campaign, autumn("2026-11-13"));
            return 0;
        });
        assertThat(next(id)).isEqualTo(Instant.parse("2026-11-14T06:00:00Z"));
        clock.set(Instant.parse("2026-11-14T06:00:00Z"));
        var letter = mailbox.after("analysis-mail", reader).getFirst();
        assertThat(letter.files()).containsExactly("report-2026-11-02-2026-11-13.pdf");
        assertThat(letter.subject()).contains("Autumn");
        assertThat(in(() -> circulating.one(seat, id)).next()).isNull();
    }

    @Test
    void a_campaign_that_runs_is_reported_each_week_as_far_as_it_has_come_and_once_at_its_end() {
        var campaign = in(() -> campaigning.add(seat, autumn("2026-11-20")));
        var typed = new TypedCircular(
                "",
                "CAMPAIGN",
                "MONDAY",
                "1",
                Long.toString(campaign),
                "08:00",
                "en",
                List.of("content"),
                reader,
                true);
        var id = in(() -> circulating.add(seat, typed));
        assertThat(in(() -> circulating.one(seat, id)).running()).isTrue();
        for (var due : List.of("2026-11-16T06:00:00Z", "2026-11-21T06:00:00Z")) {
            assertThat(next(id)).isEqualTo(Instant.parse(due));
            clock.set(next(id));
            mailbox.after("analysis-mail", reader);
        }
        assertThat(mailbox.after("analysis-mail", reader))
                .flatExtracting(each -> each.files())
                .containsExactly("report-2026-11-02-2026-11-15.pdf", "report-2026-11-02-2026-11-20.pdf");
        assertThat(in(() -> circulating.one(seat, id)).next()).isNull();
        assertThat(board().sent()).hasSize(2);
    }
}
