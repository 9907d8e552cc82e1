package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the words that could bring a talk back to life. They are drafts: whoever asked for one writes on, and sends it or not. */
@Component
public class Nudging {

    private static final int QUOTED = 140;

    private final Listings listings;
    private final Exchanges exchanges;
    private final AnswerDrafts drafts;
    private final HandingIn handingIn;
    private final Composing composing;
    private final Branding branding;
    private final Languages languages;
    private final Clock clock;

    Nudging(
            Listings listings,
            Exchanges exchanges,
            AnswerDrafts drafts,
            HandingIn handingIn,
            Composing composing,
            Branding branding,
            Languages languages,
            Clock clock) {
        this.listings = listings;
        this.exchanges = exchanges;
        this.drafts = drafts;
        this.handingIn = handingIn;
        this.composing = composing;
        this.branding = branding;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * Begins an answer to who spoke last. What the member has written there before stays as it is.
     *
     * @return what it answers; empty where there is nothing that could be answered
     * @throws NoSuchConversation where there is none
     */
    @Transactional
    public Optional<CommentId> answer(Seat seat, ConversationId id) {
        seat.needs(Right.MODERATE);
        var talk = listings.get(id).orElseThrow(() -> new NoSuchConversation("conversation " + id));
        var before = drafts.of(id, seat.member()).filter(each -> !each.text().isBlank());
        if (before.isPresent()) {
            return before.map(AnswerDrafts.Draft::comment);
        }
        var last = exchanges.last(id);
        last.ifPresent(each -> {
            var words = languages.in(language(talk.language()));
            var text = each.name().isBlank()
                    ? words.t("community.nudge.answer")
                    : words.t("community.nudge.answer.name", "name", each.name());
            var now = clock.instant();
            drafts.put(id, seat.member(), each.comment(), text, now, now);
        });
        return last.map(Exchanges.Last::comment);
    }

    /**
     * Begins a post that takes the subject up again, for the same account.
     *
     * @return empty where the post isn't known any more
     */
    @Transactional
    public Optional<PostId> post(Seat seat, DeliveryId delivery, boolean spoken) {
        seat.needs(Right.WRITE);
        return Optional.ofNullable(handingIn.standing(List.of(delivery)).get(delivery))
                .map(each -> {
                    var words = languages.in(language(""));
                    var text = words.t(
                            spoken ? "community.nudge.post" : "community.nudge.unheard", "words", quoted(each.text()));
                    return composing.start(seat, Draft.of(text, List.of(each.account())));
                });
    }

    private static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)).strip() + "…";
    }

    /** The wanted one where the desk speaks it, else the brand's. */
    private Locale language(String wanted) {
        return Languages.ALL.stream()
                .filter(each -> each.getLanguage().equals(wanted))
                .findFirst()
                .orElseGet(() -> branding.current().language());
    }
}
