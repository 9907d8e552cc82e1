package dev.parvi.planning;

import dev.parvi.planning.Nature.Format;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What kinds of posts there are, in the brand whose scope it is. */
@Repository
class Natures {

    private final JdbcClient jdbc;

    Natures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<VersionId, Nature> of(Collection<VersionId> versions) {
        var found = new HashMap<VersionId, Nature>();
        jdbc.sql("""
                select v.id, p.pillar_id, p.tags,
                    case when jsonb_array_length(v.content -> 'parts') > 1 then 'THREAD'
                         when coalesce(v.content #>> '{parts,0,title}', '') <> '' then 'ARTICLE'
                         when coalesce(jsonb_array_length(v.content #> '{parts,0,pictures}'), 0) > 0 then 'PICTURE'
                         when coalesce(v.content #>> '{parts,0,link}', '') <> '' then 'LINK'
                         else 'TEXT' end format
                from version v join post p on p.brand_id = v.brand_id and p.id = v.post_id
                where v.brand_id = current_brand() and v.id = any(:versions)
                """)
                .param("versions", versions.stream().map(VersionId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(new VersionId(row.getLong("id")), nature(row));
                });
        return found;
    }

    private static Nature nature(ResultSet row) throws SQLException {
        var pillar = row.getLong("pillar_id");
        return new Nature(
                Format.valueOf(row.getString("format")), pillar == 0 ? null : new PillarId(pillar), List.of((String[])
                        row.getArray("tags").getArray()));
    }
}
