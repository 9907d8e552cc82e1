package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the person who runs the desk does with members beside its pages. */
@Component
public class Enrolling {

    private final Members members;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    Enrolling(Members members, Passwords passwords, TransactionTemplate transaction) {
        this.members = members;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    public List<Member> all() {
        return members.all();
    }

    /** A member without a brand, whose password nobody knows until it's set by a link. Empty where the e-mail is taken. */
    public Optional<MemberId> add(String email, String name, Locale language) {
        if (!Newcomer.isEmail(email) || !Newcomer.isName(name)) {
            throw new IllegalArgumentException("A member needs an e-mail address and a name");
        }
        var password = passwords.hash(Token.fresh());
        return transaction.execute(status -> members.add(email.strip(), name.strip(), password, language));
    }
}
