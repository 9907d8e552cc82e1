package dev.parvi.support;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what a test starts from: each call something new, so that tests don't meet. */
public class Given {

    private final Branding branding;
    private final JdbcClient jdbc;

    private final Connecting connecting;

    Given(Branding branding, JdbcClient jdbc, Connecting connecting) {
        this.branding = branding;
        this.jdbc = jdbc;
        this.connecting = connecting;
    }

    public MemberId member(String name) {
        return new MemberId(
                jdbc.sql("insert into member (email, name, password) values (:email, :name, 'x') returning id")
                        .param("email", UUID.randomUUID() + "@example.org")
                        .param("name", name)
                        .query(Long.class)
                        .single());
    }

    /** A manager's seat in a new brand in Helsinki. */
    public Seat brand() {
        return brand(ZoneId.of("Europe/Helsinki"));
    }

    public Seat brand(ZoneId zone) {
        var member = member("Maija");
        var handle = "b-" + UUID.randomUUID().toString().substring(0, 13);
        var brand = branding.found(
                member,
                id -> new Brand(
                        id,
                        handle,
                        "Brand " + handle,
                        zone,
                        Locale.of("fi"),
                        "Roasts coffee",
                        Set.of(Brand.Aim.COMMUNITY),
                        "#1f6f5c",
                        false,
                        Duration.ofMinutes(30),
                        false));
        return new Seat(member, "Maija", brand.id(), EnumSet.of(Role.MANAGER));
    }

    /** The same brand, another member with other roles. */
    public Seat colleague(Seat seat, Role... roles) {
        var held = EnumSet.noneOf(Role.class);
        held.addAll(Set.of(roles));
        return new Seat(member("Olli"), "Olli", seat.brand(), held);
    }

    /** A connected account at a new place of the test network; {@code TestNetwork.of(account.place())} scripts it. */
    public Account account(Seat seat) {
        return account(seat, TestNetwork.KEY);
    }

    public Account account(Seat seat, String network) {
        return account(seat, network, "place-" + UUID.randomUUID());
    }

    public Account account(Seat seat, String network, String place) {
        try {
            var progress = connecting.answer(seat, network, Map.of("handle", place, "password", "right"));
            return ((Connecting.Progress.Connected) progress).account();
        } catch (ConnectorFailed e) {
            throw new AssertionError(e);
        }
    }
}
