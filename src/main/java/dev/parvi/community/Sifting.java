package dev.parvi.community;

import dev.parvi.community.Listings.Hit;
import dev.parvi.community.Listings.Place;
import dev.parvi.shared.ConversationId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the inbox of the brand whose scope it is, page by page; any member may look. */
@Component
public class Sifting {

    /** Beyond that a count says "more than". */
    public static final int COUNTED = 1_000;

    /** Languages whose stemming a search tries. */
    private static final List<String> LANGUAGES = List.of("en", "fi", "ru", "sv", "de", "es", "fr", "it", "pt");

    /** How many utterances one look fetches that say what is sought, and how often it looks for one page. */
    private static final int HITS = 200;

    private static final int LOOKS = 10;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Listings listings;
    private final Tallies tallies;

    Sifting(Listings listings, Tallies tallies) {
        this.listings = listings;
        this.tallies = tallies;
    }

    /**
     * A page. Where a sieve lets little through, it may hold few or none and yet have a next.
     *
     * @param next hand it in for the page that follows; null on the last
     */
    public record Page(
            List<Conversation> conversations, @Nullable String next) {}

    /** @param more there are, or may be, more than {@code n} */
    public record Count(int n, boolean more) {}

    /**
     * The most urgent first, then by time. Where words are sought, those first in which they were said last; a conversation may
     * then stand on several pages.
     *
     * @param after {@link Page#next} of the page before; empty, or nothing that makes sense, for the first
     */
    @Transactional(readOnly = true)
    public Page page(Sieve sieve, String after, int most) {
        return sieve.words().isBlank() ? listed(sieve, after, most) : found(sieve, after, most);
    }

    /** How many conversations the built-in views hold, exactly. */
    @Transactional(readOnly = true)
    public Counts counts() {
        return tallies.read();
    }

    /**
     * How many conversations any other view holds, as far as {@value #COUNTED}, or as far as a few milliseconds of looking go; of
     * words sought, utterances that say them.
     */
    @Transactional(readOnly = true)
    public Count count(Sieve sieve) {
        if (sieve.words().isBlank()) {
            var found = listings.count(sieve);
            return new Count(Math.min(found.n(), COUNTED), found.n() > COUNTED || !found.all());
        }
        var n = listings.saying(sieve.words(), LANGUAGES, LAST, Long.MAX_VALUE, COUNTED + 1)
                .size();
        return new Count(Math.min(n, COUNTED), n > COUNTED);
    }

    @Transactional(readOnly = true)
    public Optional<Conversation> get(ConversationId id) {
        return listings.get(id);
    }

    private Page listed(Sieve sieve, String after, int most) {
        var found = listings.page(sieve, place(after), most + 1);
        if (found.size() <= most) {
            return new Page(
                    found, listings.end(sieve, place(after)).map(Sifting::said).orElse(null));
        }
        var last = found.get(most - 1);
        return new Page(
                found.subList(0, most),
                said(new Place(last.urgency().weight(), last.lastAt(), last.id().value())));
    }

    private static String said(Place place) {
        return place.weight() + "_" + place.lastAt() + "_" + place.id();
    }

    private Page found(Sieve sieve, String after, int most) {
        var place = place(after).orElse(new Place(0, LAST, Long.MAX_VALUE));
        var at = place.lastAt();
        var id = place.id();
        var shown = new LinkedHashMap<Long, Conversation>();
        for (var look = 0; look < LOOKS; look++) {
            var hits = listings.saying(sieve.words(), LANGUAGES, at, id, HITS);
            for (var each : through(hits, sieve)) {
                if (shown.size() == most && !shown.containsKey(each.hit().conversation())) {
                    return new Page(List.copyOf(shown.values()), "0_" + at + "_" + id);
                }
                shown.put(each.hit().conversation(), each.conversation());
                at = each.hit().at();
                id = each.hit().comment();
            }
            if (hits.size() < HITS) {
                return new Page(List.copyOf(shown.values()), null);
            }
            at = hits.getLast().at();
            id = hits.getLast().comment();
        }
        return new Page(List.copyOf(shown.values()), "0_" + at + "_" + id);
    }

    private record Through(Hit hit, Conversation conversation) {}

    private List<Through> through(List<Hit> hits, Sieve sieve) {
        var among = new LinkedHashMap<Long, Conversation>();
        listings.among(hits.stream().map(Hit::conversation).distinct().toList(), sieve)
                .forEach(each -> among.put(each.id().value(), each));
        var through = new ArrayList<Through>();
        for (var hit : hits) {
            var conversation = among.get(hit.conversation());
            if (conversation != null) {
                through.add(new Through(hit, conversation));
            }
        }
        return through;
    }

    private static Optional<Place> place(String after) {
        var parts = after.split("_", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Place(Integer.parseInt(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2])));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
