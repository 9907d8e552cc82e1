package dev.parvi.today;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.listening.Dawning;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Languages;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the morning to those who want it. The hour is taken and the mails are queued in one transaction: once a day, whoever dies. */
@Configuration(proxyBeanMethods = false)
class MorningMail {

    private static final Logger LOG = LoggerFactory.getLogger(MorningMail.class);

    private final Dawning dawning;
    private final Digesting digesting;
    private final Branding branding;
    private final Seating seating;
    private final Staffing staffing;
    private final Languages languages;
    private final Mails mails;
    private final DeskSettings settings;
    private final TransactionTemplate transaction;

    MorningMail(
            Dawning dawning,
            Digesting digesting,
            Branding branding,
            Seating seating,
            Staffing staffing,
            Languages languages,
            Mails mails,
            DeskSettings settings,
            TransactionTemplate transaction) {
        this.dawning = dawning;
        this.digesting = digesting;
        this.branding = branding;
        this.seating = seating;
        this.staffing = staffing;
        this.languages = languages;
        this.mails = mails;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Bean
    static Task<?> mornings(MorningMail mail) {
        return Recurring.every("morning-mail", Duration.ofSeconds(20), mail::sendAll);
    }

    void sendAll() {
        for (var brand : dawning.due()) {
            try {
                Tenant.run(brand, () -> transaction.executeWithoutResult(status -> send()));
            } catch (RuntimeException e) {
                LOG.warn("The morning mail of brand {} could not be written; it is tried again", brand, e);
            }
        }
    }

    private void send() {
        var readers = dawning.take();
        var brand = branding.current();
        // A sample is looked at, not worked for.
        if (readers.isEmpty() || brand.sample()) {
            return;
        }
        var seats = readers.stream()
                .flatMap(each -> seating.seat(each, brand.id()).stream())
                .toList();
        var colleagues = seats.isEmpty()
                ? Map.<MemberId, Colleague>of()
                : staffing.colleagues(seats.getFirst()).stream()
                        .collect(Collectors.toMap(each -> each.member().id(), Function.identity()));
        seats.forEach(seat -> write(brand, seat, Objects.requireNonNull(colleagues.get(seat.member()))));
    }

    private void write(Brand brand, Seat seat, Colleague reader) {
        var letter = new MorningLetter(
                languages.in(reader.member().language()),
                brand,
                settings.publicAddress().toString());
        var digest = digesting.digest(seat, brand);
        mails.send(reader.member().email(), letter.subject(digest), letter.text(digest));
    }
}
