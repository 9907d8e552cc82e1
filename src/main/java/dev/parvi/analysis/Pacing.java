package dev.parvi.analysis;

import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Goal;
import dev.parvi.brand.Goal.Reading;
import dev.parvi.brand.Measure;
import dev.parvi.community.Reckoning;
import dev.parvi.listening.Mentioning;
import dev.parvi.listening.WatchedName;
import dev.parvi.listening.WatchedName.Whose;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Amounts;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps, once a day, what measures without a history of their own stand at; and tells the managers when a goal falls behind its path, once
 * until it's back on it. In the brand whose scope it is.
 */
@Component
public class Pacing {

    private static final double WHOLE = 100;

    private final Aspiring aspiring;
    private final Reaching reaching;
    private final Reckoning reckoning;
    private final Mentioning mentioning;
    private final Branding branding;
    private final Staffing staffing;
    private final Languages languages;
    private final Mails mails;
    private final DeskSettings settings;
    private final Clock clock;

    Pacing(
            Aspiring aspiring,
            Reaching reaching,
            Reckoning reckoning,
            Mentioning mentioning,
            Branding branding,
            Staffing staffing,
            Languages languages,
            Mails mails,
            DeskSettings settings,
            Clock clock) {
        this.aspiring = aspiring;
        this.reaching = reaching;
        this.reckoning = reckoning;
        this.mentioning = mentioning;
        this.branding = branding;
        this.staffing = staffing;
        this.languages = languages;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void pace() {
        var brand = branding.current();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, brand.zone());
        var desk = new Seat(new MemberId(0), "", brand.id(), Set.of());
        for (var goal : aspiring.all()) {
            if (goal.endedAt() == null && goal.measure().source() == Measure.Source.KEPT) {
                var value = kept(goal, desk);
                if (value != null) {
                    aspiring.keep(goal.id(), new Reading(today, value, false, ""));
                }
            }
        }
        for (var standing : reaching.all()) {
            var goal = standing.goal();
            if (standing.behind() && !standing.over() && goal.behindAt() == null) {
                aspiring.behind(goal.id(), now);
                tell(brand, standing, desk);
            } else if (!standing.behind() && goal.behindAt() != null) {
                aspiring.behind(goal.id(), null);
            }
        }
    }

    private @Nullable Double kept(Goal goal, Seat desk) {
        if (goal.measure() == Measure.REPUTATION) {
            var figure = reckoning.reputation(clock.instant()).figure();
            return figure.isEmpty() ? null : (Double) (double) figure.getAsInt();
        }
        return share(mentioning.names(desk));
    }

    /** Mentions of our names in those of ours and the competitors', in percent; null where nobody was mentioned, or nobody is compared. */
    static @Nullable Double share(List<WatchedName> names) {
        var all = names.stream().mapToLong(WatchedName::found).sum();
        var ours = names.stream()
                .filter(each -> each.whose() == Whose.OURS)
                .mapToLong(WatchedName::found)
                .sum();
        var compared = names.stream().anyMatch(each -> each.whose() == Whose.THEIRS);
        return all == 0 || !compared ? null : (Double) (WHOLE * ours / all);
    }

    private void tell(Brand brand, Standing standing, Seat desk) {
        // A sample is looked at, not worked for.
        if (brand.sample()) {
            return;
        }
        for (var each : staffing.colleagues(desk)) {
            if (each.roles().contains(Role.MANAGER)) {
                write(brand, standing, each);
            }
        }
    }

    private void write(Brand brand, Standing standing, Colleague reader) {
        var words = languages.in(reader.member().language());
        var goal = standing.goal();
        var unit = Figuring.unit(goal.measure());
        mails.send(
                reader.member().email(),
                words.t("analysis.goals.mail.subject", "name", goal.name()),
                words.t(
                        "analysis.goals.mail.text",
                        "name",
                        goal.name(),
                        "value",
                        Amounts.said(words, unit, standing.value()),
                        "path",
                        Amounts.said(words, unit, standing.path()),
                        "target",
                        Amounts.said(words, unit, goal.target()),
                        "day",
                        day(words, goal.due()),
                        "address",
                        settings.publicAddress().toString().replaceAll("/+$", "") + "/b/" + brand.handle() + "/goals/"
                                + goal.id()));
    }

    private static String day(Words words, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Languages.writing(words.locale()))
                .format(day);
    }
}
