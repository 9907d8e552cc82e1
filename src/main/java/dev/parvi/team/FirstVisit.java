package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the owner: the first member, whom anybody may make, but only once. */
@Component
public class FirstVisit {

    private final Members members;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private volatile boolean over;

    FirstVisit(Members members, Passwords passwords, TransactionTemplate transaction) {
        this.members = members;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Whether this desk has no member yet. */
    public boolean isOpen() {
        if (!over) {
            over = !transaction.execute(status -> members.none());
        }
        return !over;
    }

    /** Empty where somebody else was first. */
    public Optional<MemberId> own(Newcomer owner, Locale language) {
        var password = passwords.hash(owner.password());
        return transaction.execute(status -> {
            members.lock();
            return members.none()
                    ? members.add(owner.email().strip(), owner.name().strip(), password, language)
                    : Optional.empty();
        });
    }
}
