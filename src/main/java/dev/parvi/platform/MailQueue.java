package dev.parvi.platform;

import com.github.kagkarlsson.scheduler.task.Task;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;

/** Mail that waits in the database until the server took it: what a transaction that rolled back wanted sent isn't. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailQueue implements Mails {

    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailSettings settings;
    private final String host;

    MailQueue(JdbcClient jdbc, Clock clock, MailSettings settings, DeskSettings desk) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.host = String.valueOf(desk.publicAddress().getHost());
    }

    @Bean
    static Task<?> mail(MailQueue queue) {
        return Recurring.every("mail", Duration.ofSeconds(5), queue::sendDue);
    }

    @Override
    public boolean set() {
        return settings.set();
    }

    @Override
    public void send(String to, String subject, String text) {
        checked(to);
        if (subject.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a subject is one line");
        }
        if (set()) {
            jdbc.sql("""
                    insert into mail (recipient, subject, body, queued_at, next_try)
                    values (:to, :subject, :text, :now, :now)
                    """)
                    .param("to", to)
                    .param("subject", subject)
                    .param("text", text)
                    .param("now", now())
                    .update();
        }
    }

    /** Each mail is a call to the outside of its own; none of them holds a transaction. */
    void sendDue() {
        if (!set()) {
            return;
        }
        var server = new Posting(settings);
        for (var mail : due()) {
            try {
                server.post(
                        "parvi-" + mail.id() + "-" + mail.queuedAt().toEpochMilli() + "@" + host,
                        mail.recipient(),
                        mail.subject(),
                        mail.body());
                gone(mail);
            } catch (MailException e) {
                again(mail, e);
            }
        }
    }

    private List<Mail> due() {
        return jdbc.sql("""
                select id, recipient, subject, body, queued_at, tries from mail
                where next_try <= :now order by next_try, id limit :most
                """)
                .param("now", now())
                .param("most", AT_ONCE)
                .query((row, n) -> new Mail(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("queued_at").toInstant(),
                        row.getInt("tries")))
                .list();
    }

    private void again(Mail mail, MailException e) {
        if (!clock.instant().isBefore(mail.queuedAt().plus(KEPT))) {
            LOG.warn(
                    "Mail {} is given up after 24 hours: {}",
                    mail.id(),
                    e.getClass().getSimpleName());
            gone(mail);
            return;
        }
        LOG.warn(
                "Mail {} was not taken and will be tried again: {}",
                mail.id(),
                e.getClass().getSimpleName());
        jdbc.sql("update mail set tries = tries + 1, next_try = :next where id = :id")
                .param("next", clock.instant().plus(pause(mail.tries())).atOffset(ZoneOffset.UTC))
                .param("id", mail.id())
                .update();
    }

    /** One minute, then twice as long each time, at most 2 h. */
    private static Duration pause(int tries) {
        var pause = Duration.ofMinutes(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void gone(Mail mail) {
        jdbc.sql("delete from mail where id = :id").param("id", mail.id()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void checked(String to) {
        try {
            new InternetAddress(to, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("\"" + to + "\" can't be a mail address", e);
        }
        if (to.indexOf('@') < 1 || to.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("\"" + to + "\" can't be a mail address");
        }
    }

    private record Mail(long id, String recipient, String subject, String body, Instant queuedAt, int tries) {}
}
