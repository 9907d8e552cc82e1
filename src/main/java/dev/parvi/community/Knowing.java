package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.community.PersonCard.Month;
import dev.parvi.community.PersonCard.Profile;
import dev.parvi.community.PersonCard.Word;
import dev.parvi.community.Persons.Place;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows somebody of the audience: what they said to us, in which mood, what was promised them, and what members noted. */
@Component
public class Knowing {

    /** The most characters of a note. */
    public static final int LONGEST = 2_000;

    /** Utterances on one page of a card. */
    static final int PAGE = 30;

    private static final int MONTHS = 12;
    private static final int EACH = 10;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Dossiers dossiers;
    private final Persons persons;
    private final PersonNotes notes;
    private final Conflicts conflicts;
    private final Utterances utterances;
    private final Connectors connectors;
    private final Staffing staffing;
    private final Branding branding;
    private final ObjectProvider<Belonging> belonging;
    private final Clock clock;

    Knowing(
            Dossiers dossiers,
            Persons persons,
            PersonNotes notes,
            Conflicts conflicts,
            Utterances utterances,
            Connectors connectors,
            Staffing staffing,
            Branding branding,
            ObjectProvider<Belonging> belonging,
            Clock clock) {
        this.dossiers = dossiers;
        this.persons = persons;
        this.notes = notes;
        this.conflicts = conflicts;
        this.utterances = utterances;
        this.connectors = connectors;
        this.staffing = staffing;
        this.branding = branding;
        this.belonging = belonging;
        this.clock = clock;
    }

    /**
     * For any member, as what it shows is.
     *
     * @param after where a page ended, as {@link PersonCard#next} says; empty to begin
     * @throws NoSuchPerson where there is nobody of that number
     */
    @Transactional(readOnly = true)
    public PersonCard card(Seat seat, long profile, String after) {
        var ids = ids(profile);
        var zone = branding.current().zone();
        var now = clock.instant();
        var page = page(ids, after);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return new PersonCard(
                profile,
                persons.profiles(ids).stream()
                        .sorted(Comparator.comparing((Profile each) -> each.id() != profile))
                        .toList(),
                persons.erased(profile),
                persons.sums(ids),
                moods(ids, now, zone),
                persons.waiting(ids, EACH),
                notes.on(ids),
                conflicts.pledged(ids, EACH),
                words(shown),
                page.size() > PAGE
                        ? shown.getLast().at() + "_" + shown.getLast().comment()
                        : null,
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())),
                staffing.colleagues(seat).stream()
                        .collect(Collectors.toMap(
                                each -> each.member().id(),
                                each -> each.member().name())),
                belonging.stream()
                        .flatMap(each -> each.of(ids).values().stream())
                        .toList(),
                LocalDate.ofInstant(now, zone),
                now);
    }

    /**
     * Who could be the same person: those whose name or handle begins so.
     *
     * @return nobody for an empty beginning
     */
    @Transactional(readOnly = true)
    public List<Profile> called(Seat seat, long profile, String beginning) {
        seat.needs(Right.MODERATE);
        return beginning.isBlank() ? List.of() : persons.called(Clean.text(beginning, Clean.NAME), ids(profile), EACH);
    }

    /**
     * Notes something about them, or what we promised them.
     *
     * @param due by when, of a promise; null for no day
     * @return false for an empty note
     */
    @Transactional
    public boolean note(Seat seat, long profile, String text, boolean promise, @Nullable LocalDate due) {
        seat.needs(Right.MODERATE);
        ids(profile);
        var said = Clean.text(text.strip(), LONGEST);
        if (!said.isEmpty()) {
            notes.add(profile, seat.member(), said, promise, promise ? due : null, clock.instant());
        }
        return !said.isEmpty();
    }

    /** A promise was kept, or wasn't after all. */
    @Transactional
    public boolean keep(Seat seat, long profile, long note, boolean kept) {
        seat.needs(Right.MODERATE);
        return notes.keep(ids(profile), note, seat.member(), kept ? clock.instant() : null);
    }

    @Transactional
    public boolean drop(Seat seat, long profile, long note) {
        seat.needs(Right.MODERATE);
        return notes.drop(ids(profile), note);
    }

    private List<Long> ids(long profile) {
        var ids = dossiers.profiles(profile);
        if (ids.isEmpty()) {
            throw new NoSuchPerson(profile);
        }
        return ids;
    }

    private List<Place> page(List<Long> ids, String after) {
        var parts = after.split("_", 2);
        try {
            var from = after.isEmpty() ? LATEST : Instant.parse(parts[0]);
            var id = after.isEmpty() || parts.length < 2 ? Long.MAX_VALUE : Long.parseLong(parts[1]);
            return persons.said(ids, from, id, PAGE + 1);
        } catch (IllegalArgumentException | java.time.DateTimeException nowhere) {
            return persons.said(ids, LATEST, Long.MAX_VALUE, PAGE + 1);
        }
    }

    private List<Word> words(List<Place> places) {
        var said = utterances.said(places.stream().map(Place::comment).toList());
        return places.stream()
                .filter(each -> said.containsKey(each.comment()))
                .map(each -> new Word(
                        Objects.requireNonNull(said.get(each.comment())),
                        new ConversationId(each.conversation()),
                        each.network(),
                        each.under()))
                .toList();
    }

    /** From the first month in which something was said, without a gap. */
    private List<Month> moods(List<Long> ids, Instant now, ZoneId zone) {
        var last = YearMonth.from(now.atZone(zone));
        var since = last.minusMonths(MONTHS - 1).atDay(1).atStartOfDay(zone).toInstant();
        Map<YearMonth, Month> known = new HashMap<>();
        persons.moods(ids, since, zone).forEach(each -> known.put(each.month(), each));
        var months = new ArrayList<Month>();
        known.keySet().stream().min(Comparator.naturalOrder()).ifPresent(first -> {
            for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(known.getOrDefault(month, new Month(month, 0, 0, 0, 0)));
            }
        });
        return months;
    }
}
