package dev.parvi.listening;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.listening.TopicAlerts.Found;
import dev.parvi.listening.TopicRules.Due;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.team.Pushing;
import dev.parvi.text.Mood;
import dev.parvi.text.Understanding;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells members by their rules. The alert, what it was of, and the mail's place in the queue stand or fall together, so nothing is
 * told twice; short messages to browsers go out after that, once.
 */
@Configuration(proxyBeanMethods = false)
class Alarming {

    /** So many lines an alert has. */
    static final int LINES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Alarming.class);

    private final TopicRules rules;
    private final TopicAlerts alerts;
    private final Branding branding;
    private final Languages languages;
    private final Mails mails;
    private final Pushing pushing;
    private final DeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Alarming(
            TopicRules rules,
            TopicAlerts alerts,
            Branding branding,
            Languages languages,
            Mails mails,
            Pushing pushing,
            DeskSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.alerts = alerts;
        this.branding = branding;
        this.languages = languages;
        this.mails = mails;
        this.pushing = pushing;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    static Task<?> topicAlerts(Alarming alarming) {
        return Recurring.every("listening-alerts", Duration.ofSeconds(10), alarming::tellAll);
    }

    void tellAll() {
        for (var brand : rules.brands()) {
            try {
                Tenant.run(brand, this::tell);
            } catch (RuntimeException e) {
                LOG.warn("Members of brand {} could not be told of topics; it is tried again", brand, e);
            }
        }
    }

    private void tell() {
        List<Long> due = transaction.execute(status -> rules.due(clock.instant()));
        for (var rule : due == null ? List.<Long>of() : due) {
            var note = transaction.execute(
                    status -> rules.hold(rule).map(this::written).orElse(null));
            if (note != null) {
                pushing.send(List.of(note));
            }
        }
    }

    private Pushing.@Nullable Note written(Due due) {
        var now = clock.instant();
        var found = found(due, now);
        if (found.isEmpty()) {
            return null;
        }
        var lines = found.stream().limit(LINES).map(Found::words).toList();
        alerts.tell(due, found, lines, now);
        rules.told(due.rule().id(), now);
        return sent(due, found, lines);
    }

    private List<Found> found(Due due, Instant now) {
        var since = later(now.minus(Duration.ofHours(due.rule().hours())), due.made());
        return switch (due.rule().condition()) {
            case EACH -> alerts.items(due, later(now.minus(TopicAlerts.NEWS), due.made()));
            case GROWING ->
                alerts.stories(due, now.minus(Duration.ofHours(due.rule().hours())));
            case NEGATIVE -> upset(due, since);
            case GONE -> alerts.gone(due, later(now.minus(Following.NOTICE), due.made()));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What was told counts no more: an alert again takes as many new ones. */
    private List<Found> upset(Due due, Instant since) {
        var moods = new HashMap<Long, @Nullable Long>();
        alerts.unjudged(due, since).forEach(each -> moods.put(each.thing(), mood(each.words())));
        if (!moods.isEmpty()) {
            alerts.judged(moods);
        }
        var items = alerts.items(due, since);
        var upset = new HashSet<>(alerts.upset(items.stream().map(Found::thing).toList()));
        var found = items.stream().filter(each -> upset.contains(each.thing())).toList();
        return found.size() >= due.rule().many() ? found : List.of();
    }

    private static @Nullable Long mood(String words) {
        var mood = Understanding.of(words).mood();
        return mood == Mood.UNSURE ? null : mood == Mood.NEGATIVE ? -1L : mood == Mood.POSITIVE ? 1L : 0L;
    }

    private Pushing.@Nullable Note sent(Due due, List<Found> found, List<String> lines) {
        var brand = branding.current();
        // A sample is looked at, not worked for: nobody is called to it.
        if (brand.sample()) {
            return null;
        }
        var words = languages.in(due.language());
        var topic = due.topic().isEmpty() ? words.t("listening.alert.any") : due.topic();
        var subject = words.t(
                "listening.alert." + due.rule().condition().name(),
                "topic",
                topic,
                "n",
                found.size(),
                "hours",
                due.rule().hours());
        var link = address(brand);
        if (due.rule().mail() && mails.set()) {
            mails.send(
                    due.email(), one(brand.name() + ": " + subject), text(subject, lines, found.size(), link, words));
        }
        return due.rule().push()
                ? new Pushing.Note(due.member(), one(subject), one(lines.getFirst()), link, brand.handle() + "-topics")
                : null;
    }

    private static String text(String subject, List<String> lines, int all, String link, Words words) {
        var text = new ArrayList<String>();
        text.add(subject);
        text.add("");
        lines.forEach(line -> text.add("- " + one(line)));
        if (all > lines.size()) {
            text.add(words.t("listening.alert.more", "n", all - lines.size()));
        }
        text.add("");
        text.add(link);
        return String.join("\n", text);
    }

    private static String one(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String address(Brand brand) {
        return settings.publicAddress().toString().replaceAll("/+$", "") + "/b/" + brand.handle() + "/topics/alerts";
    }
}
