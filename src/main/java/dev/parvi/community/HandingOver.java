package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.team.Colleague;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandOffAnswered;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Packet;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives a conversation to somebody whose job it is, with what was said in it, and brings it up again when it comes back. */
@Component
public class HandingOver {

    static final String KIND = "conversation";
    private static final int TITLE = 80;

    private final Listings listings;
    private final Utterances utterances;
    private final Conversations conversations;
    private final Conflicts conflicts;
    private final ConflictFacts facts;
    private final Languages languages;
    private final HandingOff handingOff;
    private final Staffing staffing;
    private final Changes changes;

    HandingOver(
            Listings listings,
            Utterances utterances,
            Conversations conversations,
            Conflicts conflicts,
            ConflictFacts facts,
            Languages languages,
            HandingOff handingOff,
            Staffing staffing,
            Changes changes) {
        this.listings = listings;
        this.utterances = utterances;
        this.conversations = conversations;
        this.conflicts = conflicts;
        this.facts = facts;
        this.languages = languages;
        this.handingOff = handingOff;
        this.staffing = staffing;
        this.changes = changes;
    }

    /** What was handed off of a conversation, the latest first, and to whom it may go. */
    public record Handed(String title, List<HandOff> handOffs, List<Colleague> colleagues) {}

    /** @throws NoSuchConversation where there is none */
    @Transactional(readOnly = true)
    public Handed of(Seat seat, ConversationId id) {
        seat.needs(Right.MODERATE);
        return new Handed(title(id), handingOff.of(seat, subject(id)), staffing.colleagues(seat));
    }

    /**
     * Gives it. Answers the link to be shown this once, where it goes outside.
     *
     * @param request without {@link HandingOff#faults}
     * @throws NoSuchConversation where there is none
     */
    @Transactional
    public Optional<String> give(Seat seat, ConversationId id, HandingOff.Request request, Locale language) {
        seat.needs(Right.MODERATE);
        var given =
                new HandingOff.Case(subject(id), title(id), new Packet(facts(id, languages.in(language)), said(id)));
        return handingOff.give(seat, given, request, language);
    }

    /** What was waited for is there: the conversation stands among the open ones again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(HandOffAnswered told) {
        if (told.subject().kind().equals(KIND)) {
            var id = new ConversationId(told.subject().id());
            conversations.reopen(id);
            changes.changed(List.of(id));
        }
    }

    private String title(ConversationId id) {
        var conversation = listings.get(id).orElseThrow(() -> new NoSuchConversation("conversation " + id));
        var words = conversation.preview();
        return words.codePointCount(0, words.length()) <= TITLE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** What is known of the case, where it is one. */
    private List<String> facts(ConversationId id, Words words) {
        var known = new ArrayList<String>();
        conflicts.on(id).filter(Conflict::live).ifPresent(conflict -> {
            known.add(words.t(
                    "community.conflict.packet",
                    "severity",
                    words.t("community.conflict.severity." + conflict.severity().name())));
            if (!conflict.about().isEmpty()) {
                known.add(words.t("community.conflict.packet.about", "about", conflict.about()));
            }
            facts.of(conflict.id()).forEach(each -> known.add(each.text()));
            var pledge = conflict.pledge();
            if (pledge != null) {
                known.add(words.t("community.conflict.packet.promise", "promise", pledge.text()));
            }
        });
        return known;
    }

    /** By time; what was erased or deleted is not passed on. */
    private List<Packet.Line> said(ConversationId id) {
        var twigs = utterances.outline(id, Packet.MOST);
        var said = utterances.said(twigs.stream().map(Outline.Twig::id).toList());
        return twigs.stream()
                .map(each -> said.get(each.id()))
                .filter(Objects::nonNull)
                .filter(Said::there)
                .map(each -> new Packet.Line(each.speaker(), each.at(), each.text(), each.us()))
                .toList();
    }

    private static HandOff.Subject subject(ConversationId id) {
        return new HandOff.Subject(KIND, id.value());
    }
}
