package dev.parvi.team;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes up an invitation, as a new member or as one who is in other brands already. */
@Component
public class Joining {

    private final Invitations invitations;
    private final Members members;
    private final Memberships memberships;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Joining(
            Invitations invitations,
            Members members,
            Memberships memberships,
            Passwords passwords,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.memberships = memberships;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Joined(MemberId member, String handle) implements Outcome {}

        /** The link is used up, withdrawn or older than a week. */
        record Gone() implements Outcome {}

        /** Somebody has that e-mail already: they have to sign in first. */
        record Known() implements Outcome {}
    }

    /** What the link offers, while it works. */
    public Optional<Invitation> offer(String token) {
        return transaction
                .execute(status -> invitations.brand(token))
                .flatMap(brand -> Tenant.in(
                        brand, () -> transaction.execute(status -> invitations.find(token, clock.instant()))));
    }

    /** As a member who is signed in; roles they have in the brand already they keep. */
    public Outcome join(String token, MemberId member) {
        return offer(token).map(offer -> taken(token, offer, member)).orElseGet(Outcome.Gone::new);
    }

    /** As a new member, without faults. */
    public Outcome join(String token, Newcomer newcomer, Locale language) {
        var offer = offer(token).orElse(null);
        if (offer == null) {
            return new Outcome.Gone();
        }
        var password = passwords.hash(newcomer.password());
        return Tenant.in(
                offer.brand(),
                () -> transaction.execute(status -> {
                    var member = members.add(
                            newcomer.email().strip(), newcomer.name().strip(), password, language);
                    if (member.isEmpty()) {
                        return new Outcome.Known();
                    }
                    var outcome = taken(token, offer, member.get());
                    if (outcome instanceof Outcome.Gone) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    private Outcome taken(String token, Invitation offer, MemberId member) {
        return Tenant.in(
                offer.brand(),
                () -> transaction.execute(status -> {
                    if (!invitations.take(token)) {
                        return new Outcome.Gone();
                    }
                    var roles = EnumSet.copyOf(offer.roles());
                    memberships.seat(offer.brand(), member).ifPresent(seat -> roles.addAll(seat.roles()));
                    memberships.put(offer.brand(), member, roles);
                    memberships
                            .seat(offer.brand(), member)
                            .ifPresent(seat -> audit.note(seat, "team.joined", "", Staffing.told(roles)));
                    return new Outcome.Joined(member, offer.brandHandle());
                }));
    }
}
