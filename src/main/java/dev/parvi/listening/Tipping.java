package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Colleague;
import dev.parvi.team.NotAMember;
import dev.parvi.team.Pushing;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passes stories on between members: on the other's Today, by mail where the desk can send it, and in the browsers that they chose
 * for that. Any member may.
 */
@Component
public class Tipping {

    /** The most characters that one says to the other. */
    public static final int LONGEST = 1_000;

    private static final int WAITING = 5;

    private final Tips tips;
    private final Browsing browsing;
    private final Staffing staffing;
    private final Branding branding;
    private final Languages languages;
    private final Mails mails;
    private final Pushing pushing;
    private final DeskSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tipping(
            Tips tips,
            Browsing browsing,
            Staffing staffing,
            Branding branding,
            Languages languages,
            Mails mails,
            Pushing pushing,
            DeskSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.tips = tips;
        this.browsing = browsing;
        this.staffing = staffing;
        this.branding = branding;
        this.languages = languages;
        this.mails = mails;
        this.pushing = pushing;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Browsers are told after it's kept, and nobody waits for them.
     *
     * @param words may be empty; what is longer than {@link #LONGEST} is cut
     * @throws NotAMember where nobody of the brand is meant
     * @throws NoSuchStory where there is none
     */
    public void pass(Seat seat, StoryId id, MemberId to, String words) {
        var note =
                Objects.requireNonNull(transaction.execute(status -> kept(seat, id, to, Sound.text(words, LONGEST))));
        Thread.ofVirtual().name("tip").start(() -> pushing.send(List.of(note)));
    }

    private Pushing.Note kept(Seat seat, StoryId id, MemberId to, String words) {
        var story = browsing.one(seat, id).story();
        var reader = colleagues(seat).stream()
                .map(Colleague::member)
                .filter(each -> each.id().equals(to))
                .findFirst()
                .orElseThrow(() -> new NotAMember(to));
        tips.add(story.id(), seat.member(), to, words, clock.instant());
        var brand = branding.current();
        var home = settings.publicAddress().toString().replaceAll("/+$", "");
        var link = home + "/b/" + brand.handle() + "/news/" + story.id();
        var said = languages.in(reader.language());
        var subject = said.t("listening.tip.mail.subject", "by", seat.name(), "title", story.title());
        var text =
                said.t("listening.tip.mail", "by", seat.name(), "title", story.title(), "words", words, "link", link);
        mails.send(reader.email(), subject, text);
        return new Pushing.Note(to, subject, words, link, "story-" + story.id());
    }

    /** The others of the brand. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Seat seat) {
        return staffing.colleagues(seat).stream()
                .filter(each -> !each.member().id().equals(seat.member()))
                .toList();
    }

    /** Who passed a story on to whom, the latest first. */
    @Transactional(readOnly = true)
    public List<Tip> on(Seat seat, StoryId story) {
        return tips.on(story);
    }

    /** What the member was given and hasn't looked at, the latest first; at most five. */
    @Transactional(readOnly = true)
    public List<Tip> waiting(Seat seat) {
        return tips.waiting(seat.member(), WAITING);
    }
}
