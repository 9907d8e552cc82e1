package dev.parvi.tracking;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Telephone numbers that stand for campaigns, of the brand whose scope it is. */
@Repository
class Numbers {

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number of the pool. */
    record Number(int id, String shown, String campaign) {}

    /** That of the campaign they came by, of this link or of the last one today. */
    @Transactional(readOnly = true)
    public Optional<String> shown(long visitor, String code, Instant now) {
        return jdbc.sql("""
                with came as (
                    select campaign, 0 as far from tracked_link where brand_id = current_brand() and code = :code
                    union all
                    (select l.campaign, 1 from visit v join tracked_link l on l.brand_id = v.brand_id and l.id = v.link_id
                    where v.brand_id = current_brand() and v.visitor = :visitor and v.kind in (1, 5, 6) and v.at >= :since
                    order by v.at desc limit 1))
                select n.address from came join tracked_link n
                    on n.brand_id = current_brand() and n.number is not null and n.stopped_at is null and n.campaign = came.campaign
                where came.campaign <> '' order by far, n.id limit 1
                """)
                .param("code", code)
                .param("visitor", visitor)
                .param("since", now.atOffset(ZoneOffset.UTC).minusDays(1))
                .query(String.class)
                .optional();
    }

    /** @param shown as it's written on the page */
    void add(String shown, String campaign, Instant now) {
        jdbc.sql("""
                insert into tracked_link (brand_id, number, key, address, target, made_at, campaign)
                values (current_brand(), :number, :key, :shown, '', :now, :campaign)
                on conflict (brand_id, number) where number is not null do update
                set campaign = excluded.campaign, address = excluded.address, stopped_at = null
                """)
                .param("number", Told.digits(shown))
                .param("key", UUID.randomUUID(), Types.OTHER)
                .param("shown", shown)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("campaign", campaign)
                .update();
    }

    void stop(int id, Instant now) {
        jdbc.sql(
                        "update tracked_link set stopped_at = :now where brand_id = current_brand() and id = :id and number is not null")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Number> all() {
        return jdbc.sql("""
                select id, address, campaign from tracked_link
                where brand_id = current_brand() and number is not null and stopped_at is null order by campaign, id
                """)
                .query((row, n) -> new Number(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }
}
