package dev.parvi.analysis;

import dev.parvi.brand.Branding;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how long figures of posts are kept, and thins out those that are older. In the brand whose scope it is. */
@Component
public class Keeping {

    /** To whom reports were mailed is known so long. */
    static final Duration LETTERS = Duration.ofDays(400);

    private final Keepings keepings;
    private final CircularLetters circularLetters;
    private final Branding branding;
    private final Audit audit;
    private final Clock clock;

    Keeping(Keepings keepings, CircularLetters circularLetters, Branding branding, Audit audit, Clock clock) {
        this.keepings = keepings;
        this.circularLetters = circularLetters;
        this.branding = branding;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is kept now. @param values how many values of how many posts */
    public record Kept(FigureRule rule, long values, long posts) {}

    @Transactional(readOnly = true)
    public Kept kept(Seat seat) {
        return keepings.kept();
    }

    /** What is to mend in what was typed: by field, the key of a message. */
    public Map<String, String> faults(String fine, String day) {
        return FigureRule.faults(fine, day);
    }

    /** What is gone doesn't come back. @param fine without {@link #faults} */
    @Transactional
    public void change(Seat seat, String fine, String day) {
        seat.needs(Right.MANAGE);
        var rule = new FigureRule(FigureRule.days(fine), FigureRule.days(day));
        keepings.put(rule);
        audit.note(seat, "figures.kept", rule.fineDays() + ", " + rule.dayDays(), "");
    }

    /** Only whole days and months of the brand's zone are thinned out, each once. */
    @Transactional
    public void thin() {
        var zone = branding.current().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        circularLetters.forget(clock.instant().minus(LETTERS));
        var rule = keepings.kept().rule();
        keepings.thin(
                Keepings.Step.DAY,
                zone,
                today.minusDays(rule.fineDays()).atStartOfDay(zone).toInstant());
        keepings.thin(
                Keepings.Step.MONTH,
                zone,
                today.minusDays(rule.dayDays())
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }
}
