package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Pushing;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand with one source, and its alarms, whose letters are read here instead of being mailed. */
@DeskTest
abstract class Alarmed {

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Ruling ruling;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    private TopicRules rules;

    @Autowired
    private TopicAlerts alerts;

    @Autowired
    private Branding branding;

    @Autowired
    private Languages languages;

    @Autowired
    Pushing pushing;

    @Autowired
    private DeskSettings settings;

    final TestPost post = new TestPost();
    Alarming alarming;
    Seat seat;
    SourceId source;

    @BeforeEach
    void a_source() {
        alarming = new Alarming(rules, alerts, branding, languages, post, pushing, settings, clock, transaction);
        alarming.tellAll();
        post.mails.clear();
        seat = given.brand();
        source = in(() -> following.add(seat, NewSource.feed("https://example.org/feed", "Example", List.of())))
                .id();
    }

    <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }
}
