package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.parvi.connector.Connectors;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Sent;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A thread of two parts with two first comments below it. */
@DeskTest
@Import(Planned.class)
class FirstCommentsTest {

    @Autowired
    Given given;

    @Autowired
    Planned planned;

    @Autowired
    HandClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    Connectors connectors;

    @Autowired
    Deliveries deliveries;

    @Test
    void a_comment_says_that_it_is_one_and_answers_the_first_part_alone() {
        var seat = given.brand();
        var account = given.account(seat);
        published(seat, planned.commented(seat, account, clock.instant(), List.of("one", "two"), List.of("below")));

        var calls = TestNetwork.of(account.place()).calls();
        assertThat(calls).extracting(Parcel::comment).containsExactly(false, false, true);
        assertThat(calls.get(2).before())
                .extracting(Sent::marks)
                .containsExactly(Map.of("key", calls.get(0).key()));
    }

    @Test
    void on_the_own_page_the_brand_says_it_below_its_post_and_can_take_it_back() throws Exception {
        var seat = given.brand();
        var account = given.account(seat, "page", "");
        var version = planned.commented(
                seat, account, clock.instant(), List.of("one", "two"), List.of("More at the counter", "Until Friday"));
        published(seat, version);

        var sent = sent(seat, version, 2);
        var address = URI.create(sent.address());
        assertThat(page(address))
                .contains("class=\"part\"", "two")
                .containsPattern("is-ours[^§]*Sivun julkaisija[^§]*More at the counter[^§]*is-ours[^§]*Until Friday")
                .contains("id=\"" + address.getFragment() + "\"");
        assertThat(page(address).split("class=\"part\"")).hasSize(2);

        connectors
                .as(Deletes.class, "page")
                .orElseThrow()
                .delete(new KeptAccess(seat.brand(), Map.of()), new Sent(sent.id(), address, Map.of()));
        assertThat(page(address)).doesNotContain("More at the counter").contains("Until Friday", "one", "two");
    }

    private record Address(String id, String address) {}

    private Address sent(Seat seat, VersionId version, int part) {
        return planned.in(seat, () -> {
            var sent =
                    deliveries.sent(deliveries.together(version).get(part).id()).orElseThrow();
            return new Address(sent[0], sent[1]);
        });
    }

    private void published(Seat seat, VersionId version) {
        for (var part = 0; part < 4; part++) {
            planned.turn();
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(Tenant.in(seat.brand(), () -> planned.in(seat, () -> deliveries.together(version))))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PUBLISHED);
    }

    private String page(URI address) throws Exception {
        return mvc.perform(get(address.getPath())).andReturn().getResponse().getContentAsString();
    }
}
