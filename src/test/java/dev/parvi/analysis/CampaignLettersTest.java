package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.audience.Campaigning;
import dev.parvi.audience.TypedCampaign;
import dev.parvi.platform.Tenant;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Mailbox;
import dev.parvi.support.MailedDeskTest;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of campaigns: while they run, and when they are over. */
@MailedDeskTest
class CampaignLettersTest {

    /** A Wednesday, noon in Helsinki. */
    private static final Instant WEDNESDAY = Instant.parse("2026-11-11T10:00:00Z");

    @Autowired
    Given given;

    @Autowired
    Circulating circulating;

    @Autowired
    Campaigning campaigning;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mailbox mailbox;

    @Autowired
    HandClock clock;

    private Seat seat;
    private final String reader = "r" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void a_brand() {
        clock.set(WEDNESDAY);
        seat = given.brand(ZoneId.of("Europe/Helsinki"));
    }

    private <R> R in(Supplier<R> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    private TypedCircular typed(String kind, String campaign, String... readers) {
        return new TypedCircular(
                "",
                kind,
                "MONDAY",
                "1",
                campaign,
                "08:00",
                "en",
                List.of("content", "company"),
                String.join("\n", readers),
                false);
    }

    private Circulating.Board board() {
        return in(() -> circulating.board(seat));
    }

    private Instant next(long id) {
        return Objects.requireNonNull(in(() -> circulating.one(seat, id)).next());
    }

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

    private static TypedCampaign autumn(String ends) {
        return new TypedCampaign("Autumn", "", "", "2026-11-02", ends, "EUR", "autumn", "");
    }
}
