package dev.parvi.team;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.util.Set;

/** A member at work in one brand: who acts, for whom, and as what. Use cases take one and check it themselves. */
public record Seat(MemberId member, String name, BrandId brand, Set<Role> roles) {

    /** @throws NotAllowed when none of the member's roles includes the right */
    public void needs(Right right) {
        if (!may(right)) {
            throw new NotAllowed(right);
        }
    }

    public boolean may(Right right) {
        return right.of(roles);
    }
}
