package dev.parvi.support;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Message;
import dev.parvi.connector.Sent;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Answer;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands in answers to one thing, as community does. */
class LoadOfAnswers {

    private final ApplicationContext desk;

    LoadOfAnswers(ApplicationContext desk) {
        this.desk = desk;
    }

    static Sent said(String id, String cid) {
        return new Sent(id, URI.create("https://example.org/said"), Map.of("cid", cid, "root", id, "rootCid", cid));
    }

    /** Round the accounts of all brands, due in {@code lead} ms and spread over {@code spread} ms; each has a text of its own. */
    long handIn(int count, long lead, long spread, String words, Sent said) {
        var due = System.currentTimeMillis() + lead;
        var brands = desk.getBean(Branding.class).all();
        for (var b = 0; b < brands.size(); b++) {
            var number = b;
            Tenant.run(
                    brands.get(b),
                    () -> desk.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                        var seat = seat(desk, brands.get(number));
                        var accounts = desk.getBean(Connecting.class).open();
                        for (var i = number; i < count; i += brands.size()) {
                            var account = accounts.get(i / brands.size() % accounts.size());
                            var at = Instant.ofEpochMilli(due + spread * i / count);
                            desk.getBean(HandingIn.class)
                                    .answer(
                                            seat,
                                            new Answer(
                                                    seat.member(),
                                                    account.id(),
                                                    said,
                                                    Message.of(words + " " + i),
                                                    at));
                        }
                    }));
        }
        return due;
    }

    /** Somebody who may do all in the brand whose scope it is. */
    static Seat seat(ApplicationContext desk, BrandId brand) {
        var member = Objects.requireNonNull(desk.getBean(TransactionTemplate.class)
                .execute(status -> desk.getBean(JdbcClient.class)
                        .sql("select member_id from membership limit 1")
                        .query((row, n) -> row.getLong(1))
                        .single()));
        return new Seat(new MemberId(member), "Load", brand, EnumSet.of(Role.MANAGER));
    }
}
