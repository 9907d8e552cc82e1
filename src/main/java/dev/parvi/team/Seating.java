package dev.parvi.team;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives members their seats in brands. */
@Component
public class Seating {

    private final Memberships memberships;
    private final TransactionTemplate transaction;

    Seating(Memberships memberships, TransactionTemplate transaction) {
        this.memberships = memberships;
        this.transaction = transaction;
    }

    /** The first seat of a new brand: who founds it manages it. Call it inside the founding transaction. */
    public void found(BrandId brand, MemberId founder) {
        memberships.put(brand, founder, EnumSet.of(Role.MANAGER));
    }

    public Optional<Seat> seat(MemberId member, BrandId brand) {
        return Tenant.in(brand, () -> transaction.execute(status -> memberships.seat(brand, member)));
    }

    public List<BrandId> brandsOf(MemberId member) {
        return Tenant.as(member, () -> transaction.execute(status -> memberships.brandsOf(member)));
    }
}
