package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MixingTest extends WithAccount {

    @Autowired
    Mixing mixing;

    @Autowired
    Choices choices;

    @Test
    void the_real_mix_counts_each_post_once_and_those_without_a_pillar() {
        Tenant.run(seat.brand(), () -> mixing.add(seat, " Origins ", 60));
        Tenant.run(seat.brand(), () -> mixing.add(seat, "People", 40));
        var origins = pillars().getFirst();
        var both = planned(account, posts.account(seat));
        posts.run(seat, "update post set pillar_id = " + origins.id() + " where id = " + both);
        planned(account);
        planned(account);
        var next = Tenant.in(seat.brand(), mixing::mixes).next();
        assertThat(origins.name()).isEqualTo("Origins");
        assertThat(next.all()).isEqualTo(3);
        assertThat(next.without()).isEqualTo(2);
        assertThat(next.parts()).extracting(Mixing.Part::posts).containsExactly(1, 0);
        assertThat(next.parts()).extracting(Mixing.Part::percent).containsExactly(33, 0);
    }

    @Test
    void what_has_gone_out_is_the_mix_of_the_last_days() {
        planned(account);
        clock.pass(Duration.ofDays(10));
        var mixes = Tenant.in(seat.brand(), mixing::mixes);
        assertThat(mixes.last().all()).isEqualTo(1);
        assertThat(mixes.next().all()).isZero();
        clock.pass(Duration.ofDays(30));
        assertThat(Tenant.in(seat.brand(), mixing::mixes).last().all()).isZero();
    }

    @Test
    void who_writes_sees_the_wanted_mix_beside_the_real_one_of_two_months() {
        assertThat(Tenant.in(seat.brand(), choices::pillars)).isEmpty();
        Tenant.run(seat.brand(), () -> mixing.add(seat, "Origins", 60));
        Tenant.run(seat.brand(), () -> mixing.add(seat, "People", 40));
        var origins = pillars().getFirst().id();
        posts.run(seat, "update post set pillar_id = " + origins + " where id = " + planned(account));
        planned(account);
        clock.pass(Duration.ofDays(10));
        assertThat(Tenant.in(seat.brand(), choices::pillars))
                .extracting(PillarChoice::name, PillarChoice::wanted, PillarChoice::real)
                .containsExactly(tuple("Origins", 60, 50), tuple("People", 40, 0));
    }

    @Test
    void a_pillar_is_renamed_and_one_that_is_removed_leaves_its_posts() {
        Tenant.run(seat.brand(), () -> mixing.add(seat, "Origins", 60));
        var pillar = pillars().getFirst().id();
        Tenant.run(seat.brand(), () -> mixing.change(seat, pillar, "Farms", 50));
        assertThat(pillars()).containsExactly(new Pillar(pillar, "Farms", 50));
        var post = posts.post(seat, "Kept");
        posts.run(seat, "update post set pillar_id = " + pillar + " where id = " + post);
        Tenant.run(seat.brand(), () -> mixing.remove(seat, pillar));
        assertThat(pillars()).isEmpty();
        assertThat(posts.one(seat, Long.class, "select count(*) from post where pillar_id is null"))
                .isEqualTo(1);
    }

    @Test
    void a_pillar_needs_a_name_and_a_share_that_is_one() {
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> mixing.add(seat, " ", 10)))
                .hasMessage("planning.pillars.badname");
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> mixing.add(seat, "Origins", 101)))
                .hasMessage("planning.pillars.badshare");
    }

    @Test
    void who_may_not_write_sets_no_pillars() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> mixing.add(analyst, "Origins", 10)))
                .isInstanceOf(NotAllowed.class);
    }

    private List<Pillar> pillars() {
        return Tenant.in(seat.brand(), mixing::pillars);
    }

    private PostId planned(AccountId... accounts) {
        return planned("Something", "2026-11-05T12:00", accounts);
    }
}
