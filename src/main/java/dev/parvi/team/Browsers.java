package dev.parvi.team;

import dev.parvi.platform.WebPush.Subscription;
import dev.parvi.shared.MemberId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browsers in which members want alerts shown. */
@Repository
class Browsers {

    private final JdbcClient jdbc;

    Browsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A browser belongs to who used it last. */
    void put(MemberId member, Subscription browser, Instant now) {
        jdbc.sql("""
                insert into push_subscription (member_id, endpoint, key, auth, made_at)
                values (:member, :endpoint, :key, :auth, :now)
                on conflict (endpoint) do update
                set member_id = excluded.member_id, key = excluded.key, auth = excluded.auth
                """)
                .param("member", member.value())
                .param("endpoint", browser.endpoint().toString())
                .param("key", browser.key())
                .param("auth", browser.auth())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Subscription> of(MemberId member) {
        return jdbc.sql("select endpoint, key, auth from push_subscription where member_id = :member order by id")
                .param("member", member.value())
                .query((row, n) -> new Subscription(
                        URI.create(row.getString("endpoint")), row.getString("key"), row.getString("auth")))
                .list();
    }

    void forget(MemberId member, String endpoint) {
        jdbc.sql("delete from push_subscription where member_id = :member and endpoint = :endpoint")
                .param("member", member.value())
                .param("endpoint", endpoint)
                .update();
    }
}
