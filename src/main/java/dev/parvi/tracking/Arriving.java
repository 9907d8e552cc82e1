package dev.parvi.tracking;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who came by tracked links to an address, as long as visits are kept one by one. */
@Component
public class Arriving {

    private final JdbcClient jdbc;

    Arriving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who came.
     *
     * @param campaign that the link names; empty for none
     */
    public record Arrival(int link, String campaign, Instant at) {}

    /** People only, to the address and what lies below it; the earliest first. */
    @Transactional(readOnly = true)
    public List<Arrival> at(URI address, Instant from, Instant until) {
        return jdbc.sql("""
                select l.id, l.campaign, v.at from visit v join tracked_link l on l.brand_id = v.brand_id and l.id = v.link_id
                where v.brand_id = current_brand() and v.kind = 1 and v.at >= :from and v.at <= :until
                  and starts_with(l.address, :address) and substr(l.address, length(:address) + 1, 1) in ('', '/', '?', '#')
                order by v.at
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("address", address.toString().replaceAll("/+$", ""))
                .query((row, n) -> new Arrival(
                        row.getInt("id"),
                        row.getString("campaign"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
