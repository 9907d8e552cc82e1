package dev.parvi.listening;

import dev.parvi.platform.Mails;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members say when they want to be told of what topics pick; everybody for themselves. */
@Component
public class Ruling {

    /** The most rules of a member in a brand. */
    public static final int MOST = 50;

    private static final int SHOWN = 50;

    private final TopicRules rules;
    private final TopicAlerts alerts;
    private final Topics topics;
    private final Mails mails;
    private final Clock clock;

    Ruling(TopicRules rules, TopicAlerts alerts, Topics topics, Mails mails, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.topics = topics;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @param alerts the latest first
     * @param mails whether the desk can send mail at all
     */
    public record Told(List<TopicRule> rules, List<TopicAlert> alerts, List<Topic> topics, boolean mails) {}

    /** Of the member's own; what was fresh isn't the next time. */
    @Transactional
    public Told all(Seat seat) {
        var told = new Told(rules.of(seat.member()), alerts.of(seat.member(), SHOWN), topics.all(), mails.set());
        alerts.seen(seat.member(), clock.instant());
        return told;
    }

    /** The member's own rules for a topic, those for all topics among them. */
    @Transactional(readOnly = true)
    public List<TopicRule> of(Seat seat, TopicId topic) {
        return rules.of(seat.member()).stream()
                .filter(rule -> rule.topic() == null || rule.topic().equals(topic))
                .toList();
    }

    /**
     * Keeps a rule; numbers out of range are brought into it.
     *
     * @return false where the member has {@link #MOST} already
     * @throws NoSuchTopic where there is none of that number
     */
    @Transactional
    public boolean add(Seat seat, TopicRule rule) {
        if (rule.topic() != null && topics.one(rule.topic()).isEmpty()) {
            throw new NoSuchTopic("topic " + rule.topic());
        }
        if (rules.of(seat.member()).size() >= MOST) {
            return false;
        }
        rules.add(seat.member(), sound(rule), clock.instant());
        return true;
    }

    private static TopicRule sound(TopicRule rule) {
        return new TopicRule(
                0,
                rule.condition() == TopicRule.Condition.GONE ? null : rule.topic(),
                rule.condition(),
                Math.clamp(rule.many(), 1, TopicRule.MANY),
                Math.clamp(rule.hours(), 1, TopicRule.HOURS),
                rule.mail(),
                rule.push(),
                Duration.ofMinutes(Math.clamp(rule.quiet().toMinutes(), 0, TopicRule.QUIET_MINUTES)));
    }

    @Transactional
    public void remove(Seat seat, long id) {
        rules.remove(seat.member(), id);
    }
}
