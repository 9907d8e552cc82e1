package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class LinkingTest {

    private static final URI ADDRESS = URI.create("https://example.org/coffee?kind=dark");
    private static final PostId POST = new PostId(7);
    private static final AccountId ACCOUNT = new AccountId(3);

    @Autowired
    Linking linking;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;

    @BeforeEach
    void make() {
        seat = given.brand();
    }

    private static LinkPlace place(int part) {
        return LinkPlace.post(POST, ACCOUNT, part, null, Map.of("network", "test"));
    }

    private URI reserve(LinkPlace place, URI address) {
        return Tenant.in(seat.brand(), () -> linking.reserve(place, address));
    }

    private String reserve(LinkPlace place, String text) {
        return Tenant.in(seat.brand(), () -> linking.reserve(place, text));
    }

    @Test
    void the_same_address_in_the_same_place_keeps_its_code() {
        var first = reserve(place(0), ADDRESS);
        assertThat(first.toString()).matches("http://localhost:8080/l/[0-9A-Za-z]{9}");
        assertThat(reserve(place(0), ADDRESS)).isEqualTo(first);
        assertThat(reserve(place(1), ADDRESS)).isNotEqualTo(first);
        assertThat(Tenant.in(seat.brand(), () -> linking.foresee(place(0), ADDRESS)))
                .isEqualTo(first);
    }

    @Test
    void it_leads_to_the_address_with_the_brands_marks_and_for_that_brand_only() {
        var code = reserve(place(0), ADDRESS);
        assertThat(linking.behind(seat.brand(), code))
                .contains(URI.create("https://example.org/coffee?kind=dark&utm_source=test&utm_medium=social"));
        assertThat(linking.behind(given.brand().brand(), code)).isEmpty();
        assertThat(linking.behind(seat.brand(), ADDRESS)).isEmpty();
    }

    @Test
    void each_address_in_a_text_is_tracked_once_and_the_rest_stays() {
        var text = reserve(place(0), "See https://example.org/a, (https://example.org/b) and https://example.org/a.");
        assertThat(text)
                .matches(
                        "See http://localhost:8080/l/\\w{9}, \\(http://localhost:8080/l/\\w{9}\\) and http://localhost:8080/l/\\w{9}\\.");
        assertThat(text.substring(4, 37)).isEqualTo(text.substring(text.length() - 34, text.length() - 1));
        assertThat(reserve(place(0), text)).isEqualTo(text);
    }

    @Test
    void what_is_only_looked_at_keeps_nothing_and_has_the_length_it_will_have() {
        var seen = Tenant.in(seat.brand(), () -> linking.foresee(place(0), "See https://example.org/a"));
        assertThat(seen).hasSameSizeAs(reserve(place(0), "See https://example.org/b"));
        assertThat(Tenant.in(seat.brand(), () -> linking.foresee(place(0), ADDRESS)))
                .isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org/a",
                "mailto:a@example.org",
                "https://user:word@example.org/",
                "/only/a/path",
                "https:///nowhere"
            })
    void what_isnt_the_web_stays_as_it_is(String address) {
        assertThat(reserve(place(0), URI.create(address))).hasToString(address);
    }

    @Test
    void giant_addresses_stay_as_they_are() {
        var giant = "https://example.org/" + "a".repeat(Linking.ADDRESS_MOST);
        assertThat(reserve(place(0), URI.create(giant))).hasToString(giant);
        assertThat(reserve(place(0), giant)).isEqualTo(giant);
    }

    @Test
    void each_part_is_bound_to_its_delivery() {
        reserve(place(0), ADDRESS);
        reserve(place(1), ADDRESS);
        Tenant.run(
                seat.brand(),
                () -> linking.bind(
                        new VersionId(5), POST, ACCOUNT, Map.of(0, new DeliveryId(50), 1, new DeliveryId(51))));
        assertThat(deliveries()).isEqualTo("0:50 1:51");
    }

    @Test
    void the_links_of_a_text_are_bound_to_the_delivery_it_went_out_with() {
        var text = reserve(place(0), "See https://example.org/a");
        Tenant.run(seat.brand(), () -> linking.bind(text, new DeliveryId(77)));
        assertThat(deliveries()).isEqualTo("0:77");
    }

    private String deliveries() {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select string_agg(part || ':' || delivery_id, ' ' order by part) from tracked_link")
                        .query(String.class)
                        .single()));
    }
}
