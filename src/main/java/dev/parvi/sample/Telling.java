package dev.parvi.sample;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.account.Connecting.Progress;
import dev.parvi.brand.Brand;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voicing;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.Slotting;
import dev.parvi.platform.TravellingClock;
import dev.parvi.publishing.Retelling;
import dev.parvi.sample.Script.Act;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells two weeks of the roastery through the rooms' own use cases, each at its time. */
@Component
class Telling {

    private static final Duration WRITTEN_BEFORE = Duration.ofHours(20);

    private final Connecting connecting;
    private final Slotting slotting;
    private final Themes themes;
    private final Voicing voicing;
    private final Writing writing;
    private final Scheduling scheduling;
    private final Retelling retelling;
    private final Audience audience;
    private final Field field;
    private final Courting courting;
    private final Hosting hosting;
    private final Aims aims;
    private final Passing passing;
    private final Summary summary;
    private final Clock clock;

    Telling(
            Connecting connecting,
            Slotting slotting,
            Themes themes,
            Voicing voicing,
            Writing writing,
            Scheduling scheduling,
            Retelling retelling,
            Audience audience,
            Field field,
            Courting courting,
            Hosting hosting,
            Aims aims,
            Passing passing,
            Summary summary,
            Clock clock) {
        this.connecting = connecting;
        this.slotting = slotting;
        this.themes = themes;
        this.voicing = voicing;
        this.writing = writing;
        this.scheduling = scheduling;
        this.retelling = retelling;
        this.audience = audience;
        this.field = field;
        this.courting = courting;
        this.hosting = hosting;
        this.aims = aims;
        this.passing = passing;
        this.summary = summary;
        this.clock = clock;
    }

    /** Needs the brand's scope, and the brand paused: what is due goes out here and nowhere else. */
    void tell(Brand brand, Seat seat, Story story) {
        var today = LocalDate.ofInstant(clock.instant(), brand.zone());
        var first = today.minusDays(14).atTime(10, 0).atZone(brand.zone()).toInstant();
        var account = TravellingClock.<Account, RuntimeException>at(first, () -> open(seat));
        var pillars =
                TravellingClock.<Map<String, PillarId>, RuntimeException>at(first, () -> ground(seat, account, story));
        var teller = new Teller(brand, seat, story, account, pillars, today);
        passing.before(first);
        Script.PAST.forEach(act -> past(teller, act));
        Script.AHEAD.forEach(act -> plan(teller, act, clock.instant().minus(WRITTEN_BEFORE)));
        themes.jot(seat, story);
        courting.pay(seat, story, today);
        var week = today.minusDays(7).atTime(9, 0).atZone(brand.zone()).toInstant();
        passing.advertise(brand, seat, account.address(), week);
        aims.set(seat, account, story, today);
        field.speak(seat, story, brand.language(), teller::at);
        writing.draft(seat, account, story.text("draft.machine.text"), pillars.get("cafe"));
        summary.write(seat, brand, story);
    }

    /** All that the telling of one post needs to know. */
    private record Teller(
            Brand brand, Seat seat, Story story, Account account, Map<String, PillarId> pillars, LocalDate today) {

        LocalDateTime local(Act act) {
            return today.plusDays(act.day()).atTime(act.at());
        }

        Instant at(Act act) {
            return local(act).atZone(brand.zone()).toInstant();
        }
    }

    private Account open(Seat seat) {
        try {
            var network = connecting.effortless().getFirst().network();
            return switch (connecting.answer(seat, network, Map.of())) {
                case Progress.Connected(Account account) -> account;
                case Progress.More more -> throw new IllegalStateException("The own page asks for more: " + more);
            };
        } catch (ConnectorFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, PillarId> ground(Seat seat, Account account, Story story) {
        connecting.aim(seat, account.id(), EnumSet.of(Brand.Aim.COMMUNITY, Brand.Aim.SALES));
        slotting.add(seat, account.id(), List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), Script.MORNING);
        slotting.add(seat, account.id(), List.of(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY), Script.NOON);
        voicing.change(seat, voice(story));
        courting.aim(seat, story);
        hosting.prepare(seat, story);
        return themes.hang(seat, story);
    }

    private static TypedVoice voice(Story story) {
        return new TypedVoice(
                Map.of("fi", "FAMILIAR", "ru", "FORMAL", "de", "FORMAL", "fr", "FORMAL", "es", "FAMILIAR"),
                String.join("\n", story.texts("voice.preferred")),
                String.join("\n", story.texts("voice.avoided")),
                Voice.Humour.UNTROUBLED.name(),
                Voice.EmojiUse.FEW.name(),
                "",
                "",
                "1",
                "600",
                Set.of("fi", "en", "ru"));
    }

    private void past(Teller teller, Act act) {
        var at = teller.at(act);
        plan(teller, act, at.minus(WRITTEN_BEFORE));
        TravellingClock.run(at, () -> retelling.turn(teller.seat()));
        audience.comes(teller.seat(), teller.story(), act, at);
        passing.come(teller.story(), act, at);
    }

    private void plan(Teller teller, Act act, Instant when) {
        TravellingClock.run(when, () -> {
            var post = writing.write(
                    teller.seat(),
                    teller.account(),
                    teller.story(),
                    act,
                    teller.pillars().get(act.pillar()),
                    field.link(teller.story(), act, teller.at(act)));
            scheduling.at(teller.seat(), post, teller.local(act), WallTime.Choice.FIRST);
        });
    }
}
