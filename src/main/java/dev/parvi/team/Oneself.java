package dev.parvi.team;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What members settle about themselves: name, language, password, and where they are signed in. */
@Component
public class Oneself {

    private final Members members;
    private final Sessions sessions;
    private final Tries tries;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Oneself(
            Members members,
            Sessions sessions,
            Tries tries,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.members = members;
        this.sessions = sessions;
        this.tries = tries;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of changing a password. */
    public enum Changed {
        DONE,
        /** The old one isn't right, or was tried too often. */
        WRONG,
        /** The new one is too short or too long. */
        TOO_WEAK
    }

    /** False where the name is blank or longer than 100 characters; then nothing is changed. */
    @Transactional
    public boolean describe(Member member, String name, Locale language) {
        var good = Newcomer.isName(name);
        if (good) {
            members.change(member.id(), name.strip(), language);
        }
        return good;
    }

    /** Ends all other sessions of the member. */
    public Changed changePassword(SignedIn session, String old, String fresh) {
        if (!Passwords.goodEnough(fresh)) {
            return Changed.TOO_WEAK;
        }
        var member = session.member();
        if (!mayTry(member) || !passwords.fits(old, kept(member))) {
            return Changed.WRONG;
        }
        var hash = passwords.hash(fresh);
        transaction.executeWithoutResult(status -> {
            members.changePassword(member.id(), hash);
            sessions.endAll(member.id(), session.id());
            tries.forgive(member.email());
        });
        return Changed.DONE;
    }

    @Transactional(readOnly = true)
    public List<SignedIn> sessions(Member member) {
        return sessions.of(member.id(), clock.instant().minus(SigningIn.IDLE));
    }

    @Transactional
    public void end(Member member, long session) {
        sessions.end(member.id(), session);
    }

    @Transactional
    public void endOthers(SignedIn session) {
        sessions.endAll(session.member().id(), session.id());
    }

    /** Whoever sits down at an open browser may not guess on either. */
    private boolean mayTry(Member member) {
        return transaction.execute(status -> {
            tries.note(member.email(), "", clock.instant());
            return tries.ofAccount(member.email(), clock.instant()) <= SigningIn.TRIES_BY_ACCOUNT;
        });
    }

    private String kept(Member member) {
        return transaction.execute(status -> members.password(member.id()).orElse(""));
    }
}
