package dev.parvi.audience;

import dev.parvi.community.Acquainting.Acquaintance;
import dev.parvi.connector.Gathers.Follower;
import dev.parvi.platform.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Profiles as the desk sees them, in the brand whose scope it is. Who was erased stays without a word. */
@Repository
class Onlookers {

    private final JdbcClient jdbc;

    Onlookers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of these followers, by the network's name of them; whoever is new is added, whoever shows something else now is judged anew. */
    Map<String, Long> following(String network, Collection<Follower> followers, Instant now) {
        var keys = new HashMap<UUID, String>();
        followers.forEach(each -> keys.put(Names.key(each.id()), each.id()));
        var found = new HashMap<String, Long>();
        Columns.of(jdbc.sql("""
                        insert into onlooker as o (brand_id, network, key, name, handle, about, place, address, seen_at)
                        select current_brand(), :network, s.* , :now::timestamptz from
                            unnest(:keys::uuid[], :names::text[], :handles::text[], :abouts::text[], :places::text[], :addresses::text[]) s
                        on conflict (brand_id, network, key) do update set
                            name = case when o.erased_at is null then excluded.name else '' end,
                            handle = case when o.erased_at is null then excluded.handle else '' end,
                            about = case when o.erased_at is null then excluded.about else '' end,
                            place = case when o.erased_at is null then excluded.place else '' end,
                            address = case when o.erased_at is null then excluded.address else '' end,
                            stale = o.stale or (o.name, o.handle, o.about, o.place)
                                is distinct from (excluded.name, excluded.handle, excluded.about, excluded.place)
                        returning id, key
                        """).param("network", network).param("now", now.atOffset(ZoneOffset.UTC)), followers)
                .key("keys", each -> Names.key(each.id()))
                .text("names", each -> Names.clean(each.name(), Names.NAME))
                .text("handles", each -> Names.clean(each.handle(), Names.NAME))
                .text("abouts", each -> Names.clean(each.about(), Names.ABOUT))
                .text("places", each -> Names.clean(each.place(), Names.NAME))
                .text(
                        "addresses",
                        each -> each.address() == null
                                ? ""
                                : Names.clean(each.address().toString(), Names.ABOUT))
                .done()
                .query(row -> {
                    found.put(Objects.requireNonNull(keys.get(row.getObject("key", UUID.class))), row.getLong("id"));
                });
        return found;
    }

    /** Who spoke is judged anew: there are more words to judge by. */
    void speaking(Collection<Acquaintance> people) {
        Columns.of(jdbc.sql("""
                        insert into onlooker as o (brand_id, network, key, profile_id, name, handle, address, seen_at, spoke_at)
                        select current_brand(), s.network, s.key, s.profile, s.name, s.handle, s.address, s.at::timestamptz, s.at::timestamptz from
                            unnest(:networks::text[], :keys::uuid[], :profiles::bigint[], :names::text[], :handles::text[], :addresses::text[],
                                :times::text[]) s (network, key, profile, name, handle, address, at)
                        on conflict (brand_id, network, key) do update set profile_id = excluded.profile_id, stale = true,
                            name = case when o.erased_at is null then excluded.name else '' end,
                            handle = case when o.erased_at is null then excluded.handle else '' end,
                            spoke_at = greatest(o.spoke_at, excluded.spoke_at)
                        """), people)
                .text("networks", Acquaintance::network)
                .key("keys", Acquaintance::key)
                .number("profiles", Acquaintance::id)
                .text("names", Acquaintance::name)
                .text("handles", Acquaintance::handle)
                .text("addresses", Acquaintance::address)
                .time("times", Acquaintance::spoke)
                .done()
                .update();
    }

    /** One to be judged. */
    record Stale(long id, @Nullable Long profile, String name, String handle, String about, String place) {}

    List<Stale> stale(int most) {
        return jdbc.sql("""
                select id, profile_id, name, handle, about, place from onlooker
                where brand_id = current_brand() and stale and erased_at is null order by id limit :most for update skip locked
                """)
                .param("most", most)
                .query((row, n) -> new Stale(
                        row.getLong("id"),
                        row.getObject("profile_id", Long.class),
                        row.getString("name"),
                        row.getString("handle"),
                        row.getString("about"),
                        row.getString("place")))
                .list();
    }

    /** @param language of their words; empty where it can't be told */
    record Judged(long id, Fit fit, String language) {}

    void judged(List<Judged> judged, Instant now) {
        Columns.of(jdbc.sql("""
                        update onlooker o set fit = s.fit, reasons = s.reasons, language = s.language, judged_at = :now, stale = false
                        from unnest(:ids::bigint[], :fits::text[], :reasons::text[], :languages::text[]) s (id, fit, reasons, language)
                        where o.brand_id = current_brand() and o.id = s.id
                        """).param("now", now.atOffset(ZoneOffset.UTC)), judged)
                .number("ids", Judged::id)
                .text("fits", each -> each.fit().verdict().name())
                .text("reasons", each -> each.fit().written())
                .text("languages", Judged::language)
                .done()
                .update();
    }

    /** All are judged anew. */
    void stale() {
        jdbc.sql(
                        "update onlooker set stale = true where brand_id = current_brand() and not stale and erased_at is null")
                .update();
    }

    /** Who asked to be forgotten. Their dates and places in the counts stay. */
    void erase(Collection<Long> profiles, Instant now) {
        jdbc.sql("""
                update onlooker set name = '', handle = '', about = '', place = '', address = '', reasons = '', language = '', erased_at = :now
                where brand_id = current_brand() and profile_id = any(:profiles) and erased_at is null
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of who follows nothing any more and never spoke, only dates and the verdict are kept. */
    void forgetLeft(long account) {
        jdbc.sql("""
                update onlooker o set name = '', handle = '', about = '', place = '', address = '', reasons = '', language = '', stale = false
                where brand_id = current_brand() and profile_id is null and (name, handle, about) <> ('', '', '')
                  and exists (select 1 from follow f where f.brand_id = o.brand_id and f.onlooker_id = o.id and f.account_id = :account
                      and f.left_at is not null)
                  and not exists (select 1 from follow f where f.brand_id = o.brand_id and f.onlooker_id = o.id and f.left_at is null)
                """).param("account", account).update();
    }

    Map<Long, Fit> of(Collection<Long> profiles) {
        var found = new HashMap<Long, Fit>();
        jdbc.sql("""
                select profile_id, fit, reasons from onlooker
                where brand_id = current_brand() and profile_id = any(:profiles) and judged_at is not null and erased_at is null
                """).param("profiles", profiles.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("profile_id"), Fit.read(row.getString("fit"), row.getString("reasons")));
        });
        return found;
    }
}
