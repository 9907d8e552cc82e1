package dev.parvi.planning;

import dev.parvi.connector.Connectors;
import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Message;
import dev.parvi.connector.Previews;
import dev.parvi.connector.Previews.Card;
import dev.parvi.connector.Previews.Drawing;
import dev.parvi.connector.Previews.Piece;
import dev.parvi.planning.Draft.Own;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a draft as each account would, saved or not. */
@Component
public class Previewing {

    /** A page may have changed since; its card is read again after this. */
    private static final Duration FRESH = Duration.ofHours(12);

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LINKS_MOST = 4;

    private final Composing composing;
    private final Connectors connectors;
    private final Cards cards;
    private final LinkCards reading;
    private final Tracks tracks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Previewing(
            Composing composing,
            Connectors connectors,
            Cards cards,
            LinkCards reading,
            Tracks tracks,
            TransactionTemplate transaction,
            Clock clock) {
        this.composing = composing;
        this.connectors = connectors;
        this.cards = cards;
        this.reading = reading;
        this.tracks = tracks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As it would be shown by what is known now: links whose page wasn't read yet have bare cards. */
    public List<View> of(PostId id, Draft draft) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var composed = composing.get(id);
            var contents = contents(composed, draft);
            var known = known(contents.values());
            return contents.entrySet().stream()
                    .map(each -> view(composed, draft, each.getKey(), each.getValue(), known))
                    .toList();
        }));
    }

    /** The same, after the pages behind its links were read; takes seconds where they are slow. */
    public List<View> withCards(Seat seat, PostId id, Draft draft) {
        seat.needs(Right.WRITE);
        for (var link : unread(id, draft)) {
            var card = reading.read(seat.brand(), link, PATIENCE).orElseGet(() -> LinkCards.bare(link));
            transaction.executeWithoutResult(status -> cards.put(card, clock.instant()));
        }
        return of(id, draft);
    }

    private List<URI> unread(PostId id, Draft draft) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var contents = contents(composing.get(id), draft).values();
            var known = known(contents);
            return links(contents)
                    .filter(link -> !known.containsKey(link.toString()))
                    .limit(LINKS_MOST)
                    .toList();
        }));
    }

    private Map<Own, Content> contents(Composed composed, Draft draft) {
        var pictures = draft.arranged(composed.pictures());
        return draft.tidy(composed.pictures()).versions().stream()
                .filter(own -> composed.places().containsKey(own.account()))
                .collect(Collectors.toMap(
                        Function.identity(),
                        own -> tracks.foreseen(composed.post().id(), draft, own, place(composed, own), pictures),
                        (one, two) -> one,
                        LinkedHashMap::new));
    }

    private View view(Composed composed, Draft draft, Own own, Content content, Map<String, Card> known) {
        var place = place(composed, own);
        var previews = connectors.as(Previews.class, place.network().network()).orElse(null);
        return new View(
                place,
                previews == null ? "" : previews.template(),
                content.parts().stream()
                        .map(part -> part(part, place, previews, known))
                        .toList(),
                content.comments().stream()
                        .map(part -> part(part, place, previews, known))
                        .toList(),
                Checks.of(draft, own, place, content),
                links(List.of(content)).anyMatch(link -> !known.containsKey(link.toString())));
    }

    private static View.Part part(Message message, Place place, @Nullable Previews previews, Map<String, Card> known) {
        var link = message.link();
        var card = link == null ? null : known.getOrDefault(link.toString(), LinkCards.bare(link));
        var rule = place.network().text();
        var drawing = previews == null
                ? new Drawing(message, List.of(new Piece(message.text(), "")), message.pictures(), card)
                : previews.draw(message, card);
        return new View.Part(message, drawing, rule.count(message.text()), rule.limit());
    }

    private Map<String, Card> known(Collection<Content> contents) {
        return cards.since(clock.instant().minus(FRESH), links(contents).toList());
    }

    private static Stream<URI> links(Collection<Content> contents) {
        return contents.stream()
                .flatMap(content -> Stream.concat(content.parts().stream(), content.comments().stream()))
                .map(Message::link)
                .flatMap(Stream::ofNullable)
                .distinct();
    }

    private static Place place(Composed composed, Own own) {
        return Objects.requireNonNull(composed.places().get(own.account()));
    }
}
