package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members in by password, and knows them again by the token of their browser. */
@Component
public class SigningIn {

    /** How long a browser that isn't used stays signed in. */
    public static final Duration IDLE = Duration.ofDays(30);
    /** Tries within a quarter of an hour. */
    static final int TRIES_BY_ACCOUNT = 10;
    /** More than an office behind one address needs. */
    static final int TRIES_BY_ADDRESS = 50;

    private static final Duration SEEN_ANEW = Duration.ofMinutes(1);

    private final Members members;
    private final Sessions sessions;
    private final Tries tries;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningIn(
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

    /** What came of a try to sign in. */
    public sealed interface Outcome {
        /** @param token what the browser keeps */
        record In(String token, Member member) implements Outcome {}

        /** No such e-mail, or not its password: which of them is not told. */
        record Wrong() implements Outcome {}

        /** Too many tries: even the right password is refused for a quarter of an hour. */
        record Later() implements Outcome {}
    }

    /** Slow on purpose, and outside any transaction while it is. */
    public Outcome tryIn(String email, String password, Device device) {
        if (!mayTry(email, device.address())) {
            return new Outcome.Later();
        }
        var member = transaction.execute(status -> members.named(email.strip()));
        var kept = member.flatMap(each -> members.password(each.id())).orElse(null);
        if (!passwords.fits(password, kept) || member.isEmpty()) {
            return new Outcome.Wrong();
        }
        return new Outcome.In(begin(member.get().id(), device), member.get());
    }

    /** Noted before the password is looked at, so that many tries at once don't slip through together. */
    private boolean mayTry(String email, String address) {
        var now = clock.instant();
        return transaction.execute(status -> {
            tries.forget(now.minus(Tries.REMEMBERED));
            tries.note(email, address, now);
            return tries.ofAccount(email, now) <= TRIES_BY_ACCOUNT && tries.ofAddress(address, now) <= TRIES_BY_ADDRESS;
        });
    }

    /** Signs a member in who has just shown in another way who they are. Answers the token for the browser. */
    public String begin(MemberId member, Device device) {
        var token = Token.fresh();
        transaction.executeWithoutResult(status -> {
            sessions.add(token, member, device, clock.instant());
            members.get(member).ifPresent(each -> tries.forgive(each.email()));
            sessions.forget(clock.instant().minus(IDLE));
        });
        return token;
    }

    /** Who holds this token, if anybody is still signed in by it. One statement as a rule, so no transaction around it. */
    public Optional<SignedIn> known(String token, String address) {
        var now = clock.instant();
        var found = sessions.find(token, now.minus(IDLE));
        found.filter(each -> each.seenAt().isBefore(now.minus(SEEN_ANEW)))
                .ifPresent(each -> sessions.seen(each.id(), address, now));
        return found;
    }

    /** Remembers where the member works, to bring them back there. */
    @Transactional
    public void workedIn(SignedIn session, String handle) {
        sessions.workedIn(session.id(), handle);
    }

    @Transactional
    public void out(String token) {
        sessions.end(token);
    }
}
