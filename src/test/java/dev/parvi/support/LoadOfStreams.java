package dev.parvi.support;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.listening.TuningIn;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand in a desk of its own process that listens to a stream, and what it heard. */
final class LoadOfStreams {

    private final Branding branding;
    private final TuningIn tuningIn;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LoadOfStreams(ApplicationContext desk) {
        branding = desk.getBean(Branding.class);
        tuningIn = desk.getBean(TuningIn.class);
        jdbc = desk.getBean(JdbcClient.class);
        transaction = desk.getBean(TransactionTemplate.class);
    }

    /** @return the number of the brand */
    long follow(String choice, String words) {
        var member = new MemberId(
                jdbc.sql("insert into member (email, name, password) values ('s@example.org', 'S', 'x') returning id")
                        .query(Long.class)
                        .single());
        var brand = branding.found(
                member,
                id -> new Brand(
                        id,
                        "streams",
                        "Streams",
                        ZoneId.of("Europe/Helsinki"),
                        Locale.of("fi"),
                        "",
                        Set.of(Brand.Aim.COMMUNITY),
                        "#1f6f5c",
                        false,
                        Duration.ofMinutes(30),
                        false));
        var seat = new Seat(member, "S", brand.id(), EnumSet.of(Role.MANAGER));
        return Tenant.in(brand.id(), () -> {
            try {
                tuningIn.follow(seat, choice, words);
                return brand.id().value();
            } catch (ConnectorFailed e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What the items say, parted by bars. */
    String items(long brand) {
        return Tenant.in(
                new BrandId(brand),
                () -> Objects.requireNonNull(transaction.execute(status -> jdbc
                        .sql("select words from item where brand_id = current_brand() order by words")
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.joining("|")))));
    }
}
