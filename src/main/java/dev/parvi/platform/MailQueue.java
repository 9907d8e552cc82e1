package dev.parvi.platform;

import com.github.kagkarlsson.scheduler.task.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;

/** Mail that waits in the database until the server took it: what a transaction that rolled back wanted sent isn't. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailQueue implements Mails, Letters {

    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailSettings settings;
    private final String host;
    private final ApplicationEventPublisher events;

    MailQueue(
            JdbcClient jdbc, Clock clock, MailSettings settings, DeskSettings desk, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.host = String.valueOf(desk.publicAddress().getHost());
        this.events = events;
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
        checked(to, subject);
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

    @Override
    public long post(Letter letter) {
        checked(letter.to(), letter.subject());
        return jdbc.sql("""
                insert into mail (recipient, subject, body, queued_at, next_try, file, file_name, file_type, stop, told)
                values (:to, :subject, :text, :now, :now, :file, :name, :type, :stop, true) returning id
                """)
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("now", now())
                .param("file", letter.file().content())
                .param("name", letter.file().name())
                .param("type", letter.file().type())
                .param("stop", letter.stop())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Each mail is a call to the outside of its own; none of them holds a transaction. */
    void sendDue() {
        if (!set()) {
            return;
        }
        var server = new Posting(settings);
        for (var mail : due()) {
            try {
                server.post("parvi-" + mail.id() + "-" + mail.queuedAt().toEpochMilli() + "@" + host, mail);
                gone(mail);
                tell(mail, LetterTold.State.SENT, "");
            } catch (MailException e) {
                again(mail, e);
            }
        }
    }

    private List<Mail> due() {
        return jdbc.sql("""
                select id, recipient, subject, body, queued_at, tries, told, stop, file, file_name, file_type from mail
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
                        row.getInt("tries"),
                        row.getBoolean("told"),
                        row.getString("stop"),
                        enclosure(row)))
                .list();
    }

    private static @Nullable Enclosure enclosure(ResultSet row) throws SQLException {
        var file = row.getBytes("file");
        return file == null ? null : new Enclosure(row.getString("file_name"), row.getString("file_type"), file);
    }

    private void tell(Mail mail, LetterTold.State state, String why) {
        if (mail.told()) {
            events.publishEvent(new LetterTold(mail.id(), state, why));
        }
    }

    private void again(Mail mail, MailException e) {
        // Nobody waits for the others; of these somebody wants to know that the address is wrong.
        if (mail.told() && Refusal.forGood(e)) {
            gone(mail);
            tell(mail, LetterTold.State.FAILED, Refusal.why(e));
            return;
        }
        if (!clock.instant().isBefore(mail.queuedAt().plus(KEPT))) {
            LOG.warn(
                    "Mail {} is given up after 24 hours: {}",
                    mail.id(),
                    e.getClass().getSimpleName());
            gone(mail);
            tell(mail, LetterTold.State.FAILED, Refusal.why(e));
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
        tell(mail, LetterTold.State.TRIED, Refusal.why(e));
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

    private static void checked(String to, String subject) {
        if (!Letters.mailable(to)) {
            throw new IllegalArgumentException("\"" + to + "\" can't be a mail address");
        }
        if (subject.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    /** @param told whether its end is told to whoever sent it */
    record Mail(
            long id,
            String recipient,
            String subject,
            String body,
            Instant queuedAt,
            int tries,
            boolean told,
            String stop,
            @Nullable Enclosure file) {}
}
