package dev.parvi.support;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Device;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.team.SigningIn;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what a test starts from: each call something new, so that tests don't meet. */
public class Given {

    private final Branding branding;
    private final JdbcClient jdbc;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;
    private final Connecting connecting;

    Given(
            Branding branding,
            JdbcClient jdbc,
            SigningIn signingIn,
            TransactionTemplate transaction,
            Connecting connecting) {
        this.branding = branding;
        this.jdbc = jdbc;
        this.signingIn = signingIn;
        this.transaction = transaction;
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
        var olli = member("Olli");
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "insert into membership (brand_id, member_id, roles) values (:brand, :member, :roles)")
                        .param("brand", seat.brand().value())
                        .param("member", olli.value())
                        .param("roles", held.stream().map(Role::name).toArray(String[]::new))
                        .update()));
        return new Seat(olli, "Olli", seat.brand(), held);
    }

    /** What a browser of this member sends, form token included: {@code mvc.perform(post(…).with(given.signedIn(seat)))}. */
    public RequestPostProcessor signedIn(Seat seat) {
        return with(new Cookie("parvi", token(seat.member())));
    }

    /** A browser that nobody is signed in with, its form token included. */
    public RequestPostProcessor visitor() {
        return with();
    }

    private static RequestPostProcessor with(Cookie... own) {
        return request -> {
            var before = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            var token = new Cookie("XSRF-TOKEN", "a-form-token");
            request.setCookies(Stream.of(before, own, new Cookie[] {token})
                    .flatMap(Arrays::stream)
                    .toArray(Cookie[]::new));
            request.addHeader("X-XSRF-TOKEN", token.getValue());
            return request;
        };
    }

    /** The value of the cookie {@code parvi} of a browser this member is signed in with. */
    public String token(MemberId member) {
        return signingIn.begin(member, new Device("a test", "127.0.0.1"));
    }

    /** The brand's part of addresses, {@code /b/roastery}. */
    public String at(Seat seat) {
        return "/b/" + Tenant.in(seat.brand(), branding::current).handle();
    }

    /** A connected account at a new place of the test network; {@code TestNetwork.of(account.place())} scripts it. */
    public Account account(Seat seat) {
        return account(seat, TestNetwork.KEY);
    }

    public Account account(Seat seat, String network) {
        return account(seat, network, "place-" + UUID.randomUUID());
    }

    public Account account(Seat seat, String network, String place) {
        return account(seat, network, Map.of("handle", place, "name", place, "password", "right"));
    }

    /** @param fields what its sign-in asks for */
    public Account account(Seat seat, String network, Map<String, String> fields) {
        try {
            var progress = connecting.answer(seat, network, fields);
            return ((Connecting.Progress.Connected) progress).account();
        } catch (ConnectorFailed e) {
            throw new AssertionError(e);
        }
    }
}
