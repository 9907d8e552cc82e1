package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Views of the inbox that members keep, in the brand whose scope it is. */
@Repository
class SavedViews {

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<SavedView> of(MemberId member) {
        return jdbc.sql("""
                select id, name, member_id is null everybodys, query from saved_view
                where brand_id = current_brand() and (member_id is null or member_id = :member) order by lower(name), id
                """)
                .param("member", member.value())
                .query((row, n) -> new SavedView(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("everybodys"),
                        json.readValue(row.getString("query"), QUERY)))
                .list();
    }

    /** One of the same name is replaced. */
    void put(MemberId member, boolean everybodys, String name, Map<String, String> query, Instant now) {
        jdbc.sql("""
                insert into saved_view (brand_id, member_id, name, query, made_at)
                values (current_brand(), :member::bigint, :name, :query::jsonb, :now)
                on conflict (brand_id, coalesce(member_id, 0), lower(name)) do update
                set name = excluded.name, query = excluded.query, made_at = excluded.made_at
                """)
                .param("member", everybodys ? null : member.value(), Types.BIGINT)
                .param("name", name)
                .param("query", json.writeValueAsString(query))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Their own, or everybody's. */
    void drop(MemberId member, long id) {
        jdbc.sql("""
                delete from saved_view
                where brand_id = current_brand() and id = :id and (member_id is null or member_id = :member)
                """).param("id", id).param("member", member.value()).update();
    }
}
