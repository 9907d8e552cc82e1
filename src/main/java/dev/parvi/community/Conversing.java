package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.community.CannotAnswer.Why;
import dev.parvi.community.Dialogue.Line;
import dev.parvi.community.Outline.Place;
import dev.parvi.community.Outline.Twig;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Replies;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a conversation: the thing it's about, everything under it as a tree, our answers and how they stand, notes. */
@Component
public class Conversing {

    /** Lines on one page. */
    static final int PAGE = 150;

    /** Of a conversation that is longer, the latest are shown. */
    static final int LONGEST = 20_000;

    private final Listings listings;
    private final Heads heads;
    private final Utterances utterances;
    private final Exchanges exchanges;
    private final Answering answering;
    private final AnswerDrafts drafts;
    private final Moderating moderating;
    private final Moderations moderations;
    private final RuleHits hits;
    private final Corrections corrections;
    private final Notes notes;
    private final Conflicts conflicts;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Staffing staffing;
    private final Clock clock;

    Conversing(
            Listings listings,
            Heads heads,
            Utterances utterances,
            Exchanges exchanges,
            Answering answering,
            AnswerDrafts drafts,
            Moderating moderating,
            Moderations moderations,
            RuleHits hits,
            Corrections corrections,
            Notes notes,
            Conflicts conflicts,
            Connecting connecting,
            Connectors connectors,
            Staffing staffing,
            Clock clock) {
        this.listings = listings;
        this.heads = heads;
        this.utterances = utterances;
        this.exchanges = exchanges;
        this.answering = answering;
        this.drafts = drafts;
        this.moderating = moderating;
        this.moderations = moderations;
        this.hits = hits;
        this.corrections = corrections;
        this.notes = notes;
        this.conflicts = conflicts;
        this.connecting = connecting;
        this.connectors = connectors;
        this.staffing = staffing;
        this.clock = clock;
    }

    /**
     * For any member; who works on it has read it thereby.
     *
     * @param at an utterance that is to be among those shown; empty for where our work is
     * @param answered what is to be answered; empty for what waits
     * @throws NoSuchConversation where there is none
     */
    @Transactional
    public Dialogue open(Seat seat, ConversationId id, Optional<CommentId> at, Optional<CommentId> answered) {
        var conversation = listings.get(id).orElseThrow(() -> new NoSuchConversation("conversation " + id));
        seen(seat, id);
        var twigs = utterances.outline(id, LONGEST);
        var places = Outline.of(twigs);
        var draft = drafts.of(id, seat.member());
        var target = target(
                twigs,
                answered.or(() -> draft.filter(each -> !each.text().isBlank()).map(AnswerDrafts.Draft::comment)));
        var window = Window.of(places, at.or(() -> Optional.ofNullable(target)));
        var said = utterances.said(window.with(target));
        var account = connecting.get(conversation.account()).orElse(null);
        var toAnswer = target == null ? null : said.get(target.value());
        var colleagues = staffing.colleagues(seat);
        var names = names(colleagues);
        return new Dialogue(
                conversation,
                heads.of(id).orElseThrow(),
                account,
                connectors.descriptor(conversation.network()),
                lines(id, conversation.network(), window, said, delivered(twigs)),
                places.size(),
                window.from(),
                window.earlier(),
                window.later(),
                notes.on(id),
                toAnswer,
                cannot(toAnswer, account, conversation.network()),
                draft.map(AnswerDrafts.Draft::text).orElse(""),
                answering.needsSecond(id),
                writers(seat, id, names),
                working(colleagues),
                names,
                conflicts.on(id).orElse(null),
                clock.instant(),
                exchanges.of(List.of(id)).getOrDefault(id, Exchange.NOTHING));
    }

    private void seen(Seat seat, ConversationId id) {
        if (seat.may(Right.MODERATE)) {
            heads.read(id);
        }
        notes.seen(id, seat.member(), clock.instant());
    }

    private static List<Colleague> working(List<Colleague> colleagues) {
        return colleagues.stream()
                .filter(each -> Right.MODERATE.of(each.roles()))
                .toList();
    }

    /** The names of the others who write an answer there just now. */
    @Transactional(readOnly = true)
    public List<String> writers(Seat seat, ConversationId id) {
        return writers(seat, id, names(staffing.colleagues(seat)));
    }

    private List<String> writers(Seat seat, ConversationId id, Map<MemberId, String> names) {
        return drafts.writing(clock.instant()).getOrDefault(id, List.of()).stream()
                .filter(each -> !each.equals(seat.member()))
                .map(each -> names.getOrDefault(each, ""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Map<MemberId, String> names(List<Colleague> colleagues) {
        return colleagues.stream()
                .collect(Collectors.toMap(
                        each -> each.member().id(), each -> each.member().name()));
    }

    /** What was asked for where it's there; else the first that was said to us since our last word, else the last. */
    private static @Nullable CommentId target(List<Twig> twigs, Optional<CommentId> wanted) {
        Twig first = null;
        Twig last = null;
        for (var twig : twigs) {
            if (wanted.isPresent() && wanted.get().value() == twig.id()) {
                return wanted.get();
            }
            if (twig.us()) {
                first = null;
            } else if (twig.open()) {
                first = first == null ? twig : first;
                last = twig;
            }
        }
        var chosen = first == null ? last : first;
        return chosen == null ? null : new CommentId(chosen.id());
    }

    private @Nullable Why cannot(@Nullable Said said, @Nullable Account account, String network) {
        var replies = connectors.as(Replies.class, network).orElse(null);
        if (replies == null) {
            return Why.NETWORK;
        }
        if (account == null || !account.open()) {
            return Why.ACCOUNT;
        }
        if (said == null || !said.there()) {
            return Why.GONE;
        }
        return replies.answerable().contains(said.kind()) ? null : Why.KIND;
    }

    private static Set<Long> delivered(List<Twig> twigs) {
        return twigs.stream().map(Twig::delivery).collect(Collectors.toSet());
    }

    private List<Line> lines(
            ConversationId id, String network, Window window, Map<Long, Said> said, Set<Long> delivered) {
        var allowed = moderating.acts(network);
        var shown = window.places().stream().map(each -> each.twig().id()).toList();
        var last = moderations.last(shown).stream()
                .collect(Collectors.toMap(each -> each.comment().value(), Function.identity()));
        var blocked = Set.copyOf(moderations.blocked(said.values().stream()
                .map(Said::profile)
                .filter(each -> each != 0)
                .toList()));
        var corrected = corrections.last(shown);
        var proposed = hits.proposed(shown).stream()
                .collect(Collectors.toMap(each -> each.comment().value(), Function.identity()));
        var standing = answering.standing(id);
        var lines = new ArrayList<Line>();
        for (var place : window.places()) {
            var each = Objects.requireNonNull(said.get(place.twig().id()));
            var acts = Acts.of(allowed, each, blocked.contains(each.profile()));
            lines.add(new Line(
                    place.depth(),
                    each,
                    null,
                    null,
                    acts,
                    last.get(each.id().value()),
                    corrected.get(each.id().value()),
                    proposed.get(each.id().value())));
            standing.answers().stream()
                    .filter(answer -> answer.comment().equals(each.id()))
                    .filter(answer -> answer.delivery() == null
                            || !delivered.contains(answer.delivery().value()))
                    .map(answer -> pending(answer, place.depth() + 1, standing))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Line pending(OwnAnswer answer, int depth, Answering.Standing standing) {
        var delivery = answer.delivery() == null ? null : standing.deliveries().get(answer.delivery());
        return new Line(depth, null, answer, delivery, Set.of(), null, null, null);
    }

    /** The part of a tree that one page shows. */
    private record Window(
            List<Place> places,
            int from,
            @Nullable CommentId earlier,
            @Nullable CommentId later) {

        Set<Long> with(@Nullable CommentId target) {
            var ids = new HashSet<Long>();
            places.forEach(each -> ids.add(each.twig().id()));
            if (target != null) {
                ids.add(target.value());
            }
            return ids;
        }

        static Window of(List<Place> all, Optional<CommentId> at) {
            var focus = all.size() - 1;
            for (var n = 0; at.isPresent() && n < all.size(); n++) {
                if (all.get(n).twig().id() == at.get().value()) {
                    focus = n;
                }
            }
            var from = Math.max(0, focus) / PAGE * PAGE;
            var to = Math.min(all.size(), from + PAGE);
            return new Window(
                    all.subList(from, to),
                    from,
                    from == 0 ? null : new CommentId(all.get(from - 1).twig().id()),
                    to == all.size() ? null : new CommentId(all.get(to).twig().id()));
        }
    }
}
