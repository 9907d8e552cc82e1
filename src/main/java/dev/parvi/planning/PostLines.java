package dev.parvi.planning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts as a list shows them, the last changed first. */
@Repository
class PostLines {

    private final JdbcClient jdbc;
    private final Versions versions;

    PostLines(JdbcClient jdbc, Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /**
     * @param words what its texts must contain, whatever the case; empty for all
     * @param before the last line of the page before; null for the first page
     */
    List<PostLine> page(Listing.Kind kind, String words, Listing.@Nullable Mark before, int most) {
        var rows = jdbc.sql("""
                select p.*, m.name as author_name,
                       (select x.hash from post_media x where x.post_id = p.id order by x.position limit 1) as picture,
                       (select min(v.planned_at) from version v where v.post_id = p.id and v.sealed_at is null) as planned
                from post p join member m on m.id = p.author_id
                where (:words = '' or concat_ws(' ', p.title, p.text, array_to_string(p.parts, ' '),
                                                array_to_string(p.tags, ' ')) ilike :pattern)
                  and case :kind
                      when 'DRAFT' then p.state in ('DRAFT', 'CHANGES', 'APPROVED')
                           and not exists (select from version v where v.post_id = p.id and v.sealed_at is not null)
                      when 'ASKED' then p.state = 'ASKED'
                      when 'PLANNED' then exists (select from version v
                           where v.post_id = p.id and v.planned_at is not null and v.sealed_at is null)
                      when 'SENT' then exists (select from version v where v.post_id = p.id and v.sealed_at is not null)
                      else true end
                  and (cast(:changed as timestamptz) is null or (p.changed_at, p.id) < (cast(:changed as timestamptz), :id))
                order by p.changed_at desc, p.id desc limit :most
                """)
                .param("words", words)
                .param(
                        "pattern",
                        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("kind", kind.name())
                .param("changed", before == null ? null : before.changed().atOffset(ZoneOffset.UTC))
                .param("id", before == null ? 0 : before.id())
                .param("most", most)
                .query((row, n) -> new PostLine(
                        Posts.post(row),
                        row.getString("author_name"),
                        row.getString("picture"),
                        instant(row.getObject("planned", OffsetDateTime.class)),
                        List.of()))
                .list();
        return withVersions(rows);
    }

    private List<PostLine> withVersions(List<PostLine> lines) {
        var all = versions.of(lines.stream().map(PostLine::id).toList()).stream()
                .collect(Collectors.groupingBy(Version::post));
        return lines.stream()
                .map(line -> new PostLine(
                        line.post(),
                        line.author(),
                        line.picture(),
                        line.planned(),
                        all.getOrDefault(line.id(), List.of())))
                .toList();
    }

    /** How many there are of a kind that waits for somebody. */
    int asked() {
        return jdbc.sql("select count(*) from post where state = 'ASKED'")
                .query(Integer.class)
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
