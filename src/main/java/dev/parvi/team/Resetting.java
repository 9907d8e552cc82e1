package dev.parvi.team;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members who forgot their password set a new one, by a link that works once. */
@Component
public class Resetting {

    /** How long a link works. */
    public static final Duration GOOD_FOR = Duration.ofHours(1);
    /** Links a member may have open, so that nobody fills their mailbox. */
    static final int OPEN_AT_ONCE = 3;

    private final Members members;
    private final Resets resets;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Mails mails;
    private final Languages languages;
    private final DeskSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Resetting(
            Members members,
            Resets resets,
            Sessions sessions,
            Passwords passwords,
            Mails mails,
            Languages languages,
            DeskSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.members = members;
        this.resets = resets;
        this.sessions = sessions;
        this.passwords = passwords;
        this.mails = mails;
        this.languages = languages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the desk can send such a link by mail. */
    public boolean byMail() {
        return mails.set();
    }

    /** Mails a link where the address is a member's; whether it is, is not told. */
    @Transactional
    public void ask(String email) {
        members.named(email.strip())
                .filter(member -> mails.set() && resets.open(member.id(), clock.instant()) < OPEN_AT_ONCE)
                .ifPresent(this::mail);
    }

    /** A link for the person who runs the desk to hand on; empty where the address is no member's. */
    @Transactional
    public Optional<String> link(String email) {
        return members.named(email.strip()).map(this::opened);
    }

    @Transactional(readOnly = true)
    public boolean isGood(String token) {
        return resets.isGood(token, clock.instant());
    }

    /**
     * Sets the password, ends every session of the member and answers who it is; empty where the link is used up or old.
     *
     * @param password at least 12 characters
     */
    public Optional<MemberId> reset(String token, String password) {
        var hash = passwords.hash(password);
        return transaction.execute(status -> {
            var member = resets.take(token, clock.instant());
            member.ifPresent(each -> anew(each, hash));
            return member;
        });
    }

    /** Sets the password of a member for the person who runs the desk. False where the address is no member's. */
    public boolean set(String email, String password) {
        var hash = passwords.hash(password);
        return transaction.execute(status -> {
            var member = members.named(email.strip());
            member.ifPresent(each -> anew(each.id(), hash));
            return member.isPresent();
        });
    }

    private void anew(MemberId member, String hash) {
        members.changePassword(member, hash);
        resets.forget(member);
        sessions.endAll(member, 0);
    }

    private String opened(Member member) {
        var token = Token.fresh();
        resets.add(token, member.id(), clock.instant().plus(GOOD_FOR));
        return settings.publicAddress() + "/reset/" + token;
    }

    private void mail(Member member) {
        var words = languages.in(member.language());
        mails.send(
                member.email(),
                words.t("team.reset.mail.subject"),
                words.t("team.reset.mail.text", "name", member.name(), "link", opened(member)));
    }
}
