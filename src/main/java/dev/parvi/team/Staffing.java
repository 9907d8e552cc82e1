package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works for a brand, and as what. */
@Component
public class Staffing {

    private final Memberships memberships;
    private final Audit audit;

    Staffing(Memberships memberships, Audit audit) {
        this.memberships = memberships;
        this.audit = audit;
    }

    /** Every member may see the others. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Seat seat) {
        return memberships.colleagues();
    }

    /**
     * @param roles at least one
     * @throws NobodyManages where nobody would be left to manage the brand
     * @throws IllegalArgumentException without a role
     * @throws NotAMember for somebody who isn't in the brand
     */
    @Transactional
    public void change(Seat seat, MemberId member, Set<Role> roles) {
        seat.needs(Right.MANAGE);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("A member has at least one role");
        }
        var colleague = known(member);
        if (colleague.roles().equals(roles)) {
            return;
        }
        memberships.put(seat.brand(), member, roles);
        keepManaged();
        audit.note(
                seat, "team.roles.changed", colleague.member().name(), told(colleague.roles()) + " → " + told(roles));
    }

    /** @throws NobodyManages where nobody would be left to manage the brand */
    @Transactional
    public void remove(Seat seat, MemberId member) {
        seat.needs(Right.MANAGE);
        var colleague = known(member);
        memberships.remove(seat.brand(), member);
        keepManaged();
        audit.note(seat, "team.member.removed", colleague.member().name(), told(colleague.roles()));
    }

    /** All seats stay locked until this transaction ends, so that two managers can't remove each other at once. */
    private Colleague known(MemberId member) {
        memberships.lock();
        return memberships.colleagues().stream()
                .filter(each -> each.member().id().equals(member))
                .findFirst()
                .orElseThrow(() -> new NotAMember(member));
    }

    private void keepManaged() {
        if (memberships.colleagues().stream().noneMatch(each -> each.roles().contains(Role.MANAGER))) {
            throw new NobodyManages();
        }
    }

    static String told(Set<Role> roles) {
        return roles.stream().sorted().map(role -> Objects.toString(role)).collect(Collectors.joining(", "));
    }
}
