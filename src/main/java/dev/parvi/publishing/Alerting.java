package dev.parvi.publishing;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.account.Account;
import dev.parvi.account.AccountLost;
import dev.parvi.account.AccountReconnected;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Fault;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Pushing;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells members of what stopped and of accounts that are lost, by mail and in their browsers: within seconds, and at most
 * once a minute and brand. What is to be told stands in the database, so that no restart swallows it.
 */
@Configuration(proxyBeanMethods = false)
class Alerting {

    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
    private static final int TOLD_ONE_BY_ONE = 50;

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Wishes wishes;
    private final Connecting connecting;
    private final Branding branding;
    private final Languages languages;
    private final Mails mails;
    private final Pushing pushing;
    private final DeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Alerting(
            Alerts alerts,
            Deliveries deliveries,
            Wishes wishes,
            Connecting connecting,
            Branding branding,
            Languages languages,
            Mails mails,
            Pushing pushing,
            DeskSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.wishes = wishes;
        this.connecting = connecting;
        this.branding = branding;
        this.languages = languages;
        this.mails = mails;
        this.pushing = pushing;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    static Task<?> alerts(Alerting alerting) {
        return Recurring.every("alerts", Duration.ofSeconds(5), alerting::tellAll);
    }

    @EventListener
    void on(AccountLost said) {
        within(said.brand(), () -> alerts.add(new Alerts.Lost(said.account(), said.reason())));
    }

    @EventListener
    void on(AccountReconnected said) {
        within(said.brand(), () -> alerts.drop(said.account()));
    }

    void tellAll() {
        for (var brand : alerts.brands(clock.instant().minus(QUIET))) {
            try {
                Tenant.run(brand, this::tell);
            } catch (RuntimeException e) {
                LOG.warn("The members of brand {} could not be told; it is tried again", brand, e);
            }
        }
    }

    /** Mails are queued in the transaction that notes what was told; short messages go out after it. */
    private void tell() {
        pushing.send(Objects.requireNonNull(transaction.execute(status -> written())));
    }

    private List<Pushing.Note> written() {
        var now = clock.instant();
        var stopped = alerts.stopped(now);
        var brand = branding.current();
        var news = news(stopped, alerts.lost(now));
        var more = Math.max(0, stopped.size() - TOLD_ONE_BY_ONE);
        var notes = new ArrayList<Pushing.Note>();
        // A sample is looked at, not worked for: nobody is called to it.
        for (var each : brand.sample() ? List.<Recipient>of() : wishes.all()) {
            var wanted = news.stream()
                    .filter(one -> each.wish().kinds().contains(one.kind()))
                    .toList();
            if (!wanted.isEmpty()) {
                write(each, wanted, brand, more, notes);
            }
        }
        return notes;
    }

    private void write(Recipient to, List<News> news, Brand brand, int more, List<Pushing.Note> notes) {
        var words = new Wordings(languages.in(to.language()), brand, address(brand), more);
        if (to.wish().mail() && mails.set()) {
            mails.send(to.email(), words.subject(news), words.mail(news));
        }
        if (to.wish().push()) {
            notes.add(new Pushing.Note(
                    to.member(), words.subject(news), news.getFirst().place(), words.link(news), brand.handle()));
        }
    }

    private List<News> news(List<Long> stopped, List<Alerts.Lost> lost) {
        Map<AccountId, String> names = connecting.open().stream().collect(Collectors.toMap(Account::id, Account::name));
        var news = new ArrayList<News>();
        for (var each : lost) {
            news.add(new News(
                    AlertKind.ACCOUNT,
                    "",
                    names.getOrDefault(each.account(), ""),
                    null,
                    new Fault(each.reason(), ""),
                    "/accounts/" + each.account()));
        }
        deliveries
                .some(stopped.stream().limit(TOLD_ONE_BY_ONE).toList())
                .forEach(each -> news.add(news(each, names.getOrDefault(each.account(), each.network()))));
        return news;
    }

    private static News news(Delivery delivery, String place) {
        var fault = delivery.faultCode().isEmpty() ? null : new Fault(delivery.faultCode(), delivery.faultDetail());
        return new News(
                AlertKind.of(delivery.state()),
                delivery.text(),
                place,
                delivery.dueAt(),
                fault,
                "/deliveries/" + delivery.id());
    }

    private String address(Brand brand) {
        return settings.publicAddress().toString().replaceAll("/+$", "") + "/b/" + brand.handle();
    }

    private void within(dev.parvi.shared.BrandId brand, Runnable work) {
        Tenant.run(brand, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
