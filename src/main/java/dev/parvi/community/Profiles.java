package dev.parvi.community;

import dev.parvi.platform.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who speaks on which network, in the brand whose scope it is. */
@Repository
class Profiles {

    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Their ids, by key; whoever is new is added, and whoever goes by another name now is renamed.
     *
     * @param speakers one utterance of each, in an order in which nobody waits for each other
     */
    Map<UUID, Long> of(String network, Collection<Arrived> speakers, Instant now) {
        var found = new HashMap<UUID, Long>();
        if (speakers.isEmpty()) {
            return found;
        }
        Columns.of(jdbc.sql("""
                        with s as (
                            select * from unnest(:keys::uuid[], :ids::text[], :names::text[], :handles::text[], :addresses::text[])
                            as s (key, external_id, name, handle, address)),
                        known as (
                            select p.id, p.key, p.erased_at is null and (p.name, p.handle, p.address) is distinct from (s.name, s.handle, s.address) as changed
                            from s join profile p on p.brand_id = current_brand() and p.network = :network and p.key = s.key),
                        renamed as (
                            update profile p set name = s.name, handle = s.handle, address = s.address
                            from known k join s on s.key = k.key
                            where k.changed and p.brand_id = current_brand() and p.id = k.id),
                        added as (
                            insert into profile (brand_id, network, key, external_id, name, handle, address, first_at)
                            select current_brand(), :network, s.key, s.external_id, s.name, s.handle, s.address, :now
                            from s left join known k on k.key = s.key where k.id is null
                            on conflict (brand_id, network, key) do update set name = excluded.name
                            returning id, key)
                        select id, key from known union all select id, key from added
                        """).param("network", network).param("now", now.atOffset(ZoneOffset.UTC)), speakers)
                .key("keys", Arrived::speaker)
                .text("ids", Arrived::speakerId)
                .text("names", Arrived::name)
                .text("handles", Arrived::handle)
                .text("addresses", Arrived::profile)
                .done()
                .query(row -> {
                    found.put(row.getObject("key", UUID.class), row.getLong("id"));
                });
        return found;
    }

    /** One utterance of each by their keys, the latest, in an order in which nobody waits for each other. */
    static Map<UUID, Arrived> speakers(Collection<Arrived> said) {
        var speakers = new TreeMap<UUID, Arrived>();
        for (var each : said) {
            if (each.speaker() != null) {
                speakers.merge(each.speaker(), each, (one, other) -> one.at().isAfter(other.at()) ? one : other);
            }
        }
        return speakers;
    }
}
