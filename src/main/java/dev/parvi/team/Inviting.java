package dev.parvi.team;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Token;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people into a brand by a link that works once. */
@Component
public class Inviting {

    /** How long a link works. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Invitations invitations;
    private final Audit audit;
    private final Mails mails;
    private final Languages languages;
    private final DeskSettings settings;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Audit audit,
            Mails mails,
            Languages languages,
            DeskSettings settings,
            Clock clock) {
        this.invitations = invitations;
        this.audit = audit;
        this.mails = mails;
        this.languages = languages;
        this.settings = settings;
        this.clock = clock;
    }

    /** To which brand somebody is invited, as they will read it. */
    public record Place(String name, String handle) {}

    /** Whether the desk can send the link by mail. */
    public boolean byMail() {
        return mails.set();
    }

    /**
     * Answers the link, to be shown this once.
     *
     * @param email whom to mail it to, where mail is set; may be empty
     * @param roles at least one
     * @param language the language of the mail
     * @throws IllegalArgumentException for no role, or what isn't an address
     */
    @Transactional
    public String invite(Seat seat, Place place, String email, Set<Role> roles, Locale language) {
        seat.needs(Right.MANAGE);
        if (roles.isEmpty() || !email.isBlank() && !Newcomer.isEmail(email)) {
            throw new IllegalArgumentException("An invitation needs a role, and an address or none");
        }
        var now = clock.instant();
        var token = Token.fresh();
        var offer = new Invitation(
                0, seat.brand(), place.name(), place.handle(), email.strip(), roles, seat.name(), now.plus(GOOD_FOR));
        invitations.forget(now);
        invitations.add(seat, token, offer, now);
        audit.note(seat, "team.invited", email.strip(), Staffing.told(roles));
        var link = settings.publicAddress() + "/join/" + token;
        if (!email.isBlank() && mails.set()) {
            mail(offer, link, language);
        }
        return link;
    }

    @Transactional(readOnly = true)
    public List<Invitation> open(Seat seat) {
        seat.needs(Right.MANAGE);
        return invitations.open(clock.instant());
    }

    @Transactional
    public void withdraw(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        if (invitations.withdraw(id)) {
            audit.note(seat, "team.invitation.withdrawn", "", "");
        }
    }

    private void mail(Invitation offer, String link, Locale language) {
        var words = languages.in(language);
        mails.send(
                offer.email(),
                words.t("team.invite.mail.subject", "brand", offer.brandName()),
                words.t("team.invite.mail.text", "brand", offer.brandName(), "by", offer.by(), "link", link));
    }
}
