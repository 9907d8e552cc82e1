package dev.parvi.tracking;

import dev.parvi.tracking.Told.Via;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What visitors did, in the brand whose scope it is, and by which links they had come. */
@Repository
class Conversions {

    private final JdbcClient jdbc;

    Conversions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By a link, at a time. */
    record Touch(int link, Instant at) {}

    /** @return its number; empty where the key was told before */
    Optional<Long> add(Told told, Via via, @Nullable Long visitor) {
        return jdbc.sql("""
                insert into conversion (brand_id, at, name, value, currency, visitor, via, key, number)
                values (current_brand(), :at, :name, :value, :currency, :visitor, :via, :key, :number)
                on conflict (brand_id, key) do nothing returning id
                """)
                .param("at", told.at().atOffset(ZoneOffset.UTC))
                .param("name", told.name())
                .param("value", told.value(), Types.NUMERIC)
                .param("currency", told.currency())
                .param("visitor", visitor, Types.BIGINT)
                .param("via", via.name())
                .param("key", key(told.key()), Types.OTHER)
                .param("number", told.number())
                .query(Long.class)
                .optional();
    }

    /** Whether what was told before under this key says the same. */
    boolean same(Told told) {
        return jdbc.sql("""
                select exists (select from conversion where brand_id = current_brand() and key = :key and name = :name
                    and value is not distinct from :value and currency = :currency)
                """)
                .param("key", key(told.key()), Types.OTHER)
                .param("name", told.name())
                .param("value", told.value(), Types.NUMERIC)
                .param("currency", told.currency())
                .query(Boolean.class)
                .single();
    }

    /** The tap on one of our numbers that came just before becomes the call itself: it counts once. */
    boolean called(Told told, Duration within) {
        return jdbc.sql("""
                update conversion set via = 'PHONE', key = :key where brand_id = current_brand() and id = (
                    select id from conversion
                    where brand_id = current_brand() and name = 'called' and via = 'SCRIPT' and number = :number
                      and at between :from and :at and not exists (select from conversion where brand_id = current_brand() and key = :key)
                    order by at desc limit 1)
                """)
                        .param("key", key(told.key()), Types.OTHER)
                        .param("number", told.number())
                        .param("from", told.at().minus(within).atOffset(ZoneOffset.UTC))
                        .param("at", told.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How this visitor came before, oldest first. */
    List<Touch> touches(long visitor, Instant from, Instant until) {
        return jdbc.sql("""
                select link_id, at from visit
                where brand_id = current_brand() and visitor = :visitor and kind in (1, 5, 6) and at between :from and :until
                order by at limit 1000
                """)
                .param("visitor", visitor)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Touch(row.getInt(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    void touched(long conversion, List<Touch> touches) {
        jdbc.sql("""
                insert into conversion_touch (brand_id, conversion_id, number, link_id, at)
                select current_brand(), :id, n, link, at
                from unnest(cast(:links as int[]), cast(:times as timestamptz[])) with ordinality t (link, at, n)
                """)
                .param("id", conversion)
                .param("links", touches.stream().map(Touch::link).toArray(Integer[]::new))
                .param(
                        "times",
                        touches.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .update();
    }

    /** The link of a code, or of one of our numbers; empty where it isn't ours. */
    Optional<Integer> link(String code, String number) {
        return jdbc.sql("""
                select id from tracked_link
                where brand_id = current_brand() and (code = :code or number = :number and :number <> '') limit 1
                """)
                .param("code", code)
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    private static UUID key(String told) {
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8));
    }
}
