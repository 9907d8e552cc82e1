package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Audit;
import dev.parvi.team.Entry;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@RecordApplicationEvents
class FoundingTest {

    @Autowired
    Given given;

    @Autowired
    Founding founding;

    @Autowired
    Changing changing;

    @Autowired
    Branding branding;

    @Autowired
    Seating seating;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEvents events;

    private final String handle = "f-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoever_manages_a_brand_founds_another_and_manages_it_too() {
        var member = given.brand().member();
        var brand = founding.found(member, outline("Europe/Helsinki", "30"));
        var seat = seating.seat(member, brand.id()).orElseThrow();
        assertThat(seat.roles()).containsExactly(Role.MANAGER);
        assertThat(branding.of(member)).hasSize(2);
        assertThat(written(seat)).extracting(Entry::what).containsExactly("brand.founded");
    }

    @Test
    void an_author_founds_none() {
        var author = given.colleague(given.brand(), Role.AUTHOR);
        assertThat(founding.may(author.member())).isFalse();
        assertThatThrownBy(() -> founding.found(author.member(), outline("UTC", "30")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_name_in_addresses_is_given_once() {
        var member = given.brand().member();
        founding.found(member, outline("UTC", "30"));
        assertThatThrownBy(() -> founding.found(member, outline("UTC", "30"))).isInstanceOf(HandleTaken.class);
    }

    @Test
    void a_change_is_kept_told_and_written_down() {
        var seat = given.brand();
        var before = Tenant.in(seat.brand(), branding::current);
        Tenant.run(seat.brand(), () -> changing.change(seat, outline("America/New_York", "45")));
        var after = Tenant.in(seat.brand(), branding::current);
        assertThat(after.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(after.lateLimit()).isEqualTo(Duration.ofMinutes(45));
        assertThat(after.handle()).isEqualTo(before.handle());
        assertThat(events.stream(BrandChanged.class)).singleElement().satisfies(event -> {
            assertThat(event.movedZone()).isTrue();
            assertThat(event.zoneBefore()).isEqualTo(ZoneId.of("Europe/Helsinki"));
        });
        assertThat(written(seat))
                .first()
                .satisfies(entry ->
                        assertThat(entry.detail()).contains("Europe/Helsinki → America/New_York", "30 min → 45 min"));
    }

    @Test
    void what_is_saved_unchanged_tells_nobody() {
        var seat = given.brand();
        Tenant.run(seat.brand(), () -> changing.change(seat, Outline.of(branding.current())));
        assertThat(events.stream(BrandChanged.class)).isEmpty();
        assertThat(written(seat)).isEmpty();
    }

    private Outline outline(String zone, String late) {
        return new Outline("Paahtimo", handle, zone, "fi", "", Set.of("SALES"), "#1f6f5c", true, late);
    }

    private List<Entry> written(Seat seat) {
        return Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 10));
    }
}
