package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members talk about a conversation among themselves; {@code @name} calls a colleague, who sees it on Today. */
@Component
public class Noting {

    /** The most characters of a note. */
    public static final int LONGEST = 4_000;

    private final Notes notes;
    private final Listings listings;
    private final Staffing staffing;
    private final Changes changes;
    private final Clock clock;

    Noting(Notes notes, Listings listings, Staffing staffing, Changes changes, Clock clock) {
        this.notes = notes;
        this.listings = listings;
        this.staffing = staffing;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Adds one.
     *
     * @return false for an empty one
     * @throws NoSuchConversation where there is none
     */
    @Transactional
    public boolean note(Seat seat, ConversationId id, String text) {
        if (!seat.may(Right.MODERATE) && !seat.may(Right.APPROVE)) {
            throw new NotAllowed(Right.MODERATE);
        }
        var said = Clean.text(text.strip(), LONGEST);
        if (said.isEmpty()) {
            return false;
        }
        if (listings.get(id).isEmpty()) {
            throw new NoSuchConversation("conversation " + id);
        }
        notes.add(id, seat.member(), said, called(said, staffing.colleagues(seat)), clock.instant());
        changes.changed(List.of(id));
        return true;
    }

    /** Whole names, and first names where only one goes by it. */
    static List<MemberId> called(String text, List<Colleague> colleagues) {
        var said = text.toLowerCase(Locale.ROOT);
        return colleagues.stream()
                .filter(each ->
                        calls(said, each.member().name()) || alone(first(each), colleagues) && calls(said, first(each)))
                .map(each -> each.member().id())
                .toList();
    }

    private static boolean calls(String said, String name) {
        var wanted = "@" + name.toLowerCase(Locale.ROOT);
        var at = said.indexOf(wanted);
        while (at >= 0) {
            var end = at + wanted.length();
            if (end == said.length() || !Character.isLetterOrDigit(said.codePointAt(end))) {
                return true;
            }
            at = said.indexOf(wanted, end);
        }
        return false;
    }

    private static String first(Colleague colleague) {
        return colleague.member().name().strip().split("\\s+", 2)[0];
    }

    private static boolean alone(String name, List<Colleague> colleagues) {
        return colleagues.stream()
                        .filter(each -> first(each).equalsIgnoreCase(name))
                        .count()
                == 1;
    }
}
