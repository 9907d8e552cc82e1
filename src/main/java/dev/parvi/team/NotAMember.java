package dev.parvi.team;

import dev.parvi.shared.MemberId;

/** Somebody was meant who isn't, or no longer is, in the brand. */
public class NotAMember extends RuntimeException {

    public NotAMember(MemberId member) {
        super("Not a member of this brand: " + member);
    }
}
