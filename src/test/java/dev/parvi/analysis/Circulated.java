package dev.parvi.analysis;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand in Helsinki whose reports go out by mail, and somebody who reads them. */
@MailedDeskTest
abstract class Circulated {

    /** A Wednesday, noon in Helsinki. */
    static final Instant WEDNESDAY = Instant.parse("2026-11-11T10:00:00Z");

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

    Seat seat;
    final String reader = "r" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void a_brand() {
        clock.set(WEDNESDAY);
        seat = given.brand(ZoneId.of("Europe/Helsinki"));
    }

    <R> R in(Supplier<R> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    TypedCircular typed(String kind, String campaign, String... readers) {
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

    Circulating.Board board() {
        return in(() -> circulating.board(seat));
    }

    Instant next(long id) {
        return Objects.requireNonNull(in(() -> circulating.one(seat, id)).next());
    }

    static TypedCampaign autumn(String ends) {
        return new TypedCampaign("Autumn", "", "", "2026-11-02", ends, "EUR", "autumn", "");
    }
}
