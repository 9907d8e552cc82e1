package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When versions go out. All that is read to be changed is locked, so that a claim comes wholly before or after. */
@Repository
class Plans {

    private static final String COLUMNS = """
            select v.id, v.post_id, v.account_id, a.network, a.name as account_name, a.health = 'CLOSED' as closed,
                   jsonb_array_length(v.content -> 'parts') as parts, jsonb_array_length(v.content -> 'comments') as comments,
                   planned_local, planned_zone, planned_later, planned_at, planned_by, sealed_at is not null as sealed
            from version v join account a on a.brand_id = v.brand_id and a.id = v.account_id
            """;

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Plan> locked(PostId post) {
        return jdbc.sql(COLUMNS + " where v.post_id = :post order by v.id for update of v")
                .param("post", post.value())
                .query((row, n) -> plan(row))
                .list();
    }

    List<Plan> locked(Collection<VersionId> versions) {
        return jdbc.sql(COLUMNS + " where v.id = any(:ids) order by v.id for update of v")
                .param("ids", versions.stream().map(VersionId::value).toArray(Long[]::new))
                .query((row, n) -> plan(row))
                .list();
    }

    /** What is still to come, to be read again when a zone's rules have changed. */
    List<Plan> lockedAfter(Instant now) {
        return jdbc.sql(COLUMNS + " where planned_at > :now and sealed_at is null order by v.id for update of v")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> plan(row))
                .list();
    }

    void put(VersionId version, Plan.Time time, MemberId by) {
        jdbc.sql("""
                update version set planned_local = :local, planned_zone = :zone, planned_later = :later, planned_at = :at,
                       planned_by = :by
                where id = :id
                """)
                .param("local", time.wall().local())
                .param("zone", time.wall().zone().getId())
                .param("later", time.choice() == WallTime.Choice.SECOND)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("id", version.value())
                .update();
    }

    void clear(VersionId version) {
        jdbc.sql("""
                update version set planned_local = null, planned_zone = null, planned_later = false, planned_at = null,
                       planned_by = null
                where id = :id
                """).param("id", version.value()).update();
    }

    /** The state a post is in; planning reads and sets it after its versions are locked. */
    String state(PostId post) {
        return jdbc.sql("select state from post where id = :id")
                .param("id", post.value())
                .query(String.class)
                .single();
    }

    /** How a post begins, at most 80 characters: what lists and the audit log call it. */
    String name(PostId post) {
        return jdbc.sql("""
                select regexp_replace(left(coalesce(nullif(title, ''), text), 81), '^(.{79}).{2,}$', '\\1…')
                from post where id = :id
                """).param("id", post.value()).query(String.class).single();
    }

    void state(PostId post, String state, Instant now) {
        jdbc.sql("update post set state = :state, changed_at = :now where id = :id and state <> :state")
                .param("state", state)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", post.value())
                .update();
    }

    /** For a post that has nothing planned any more. */
    void idle(PostId post, String state, Instant now) {
        jdbc.sql("""
                update post set state = :state, changed_at = :now
                where id = :id and state = 'PLANNED'
                  and not exists (select from version v where v.post_id = post.id and v.planned_at is not null)
                """)
                .param("state", state)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", post.value())
                .update();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var by = row.getLong("planned_by");
        return new Plan(
                new VersionId(row.getLong("id")),
                new PostId(row.getLong("post_id")),
                new Plan.Place(
                        new AccountId(row.getLong("account_id")),
                        row.getString("network"),
                        row.getString("account_name"),
                        row.getBoolean("closed")),
                row.getInt("parts"),
                row.getInt("comments"),
                time(row),
                by == 0 ? null : new MemberId(by),
                row.getBoolean("sealed"));
    }

    private static Plan.@Nullable Time time(ResultSet row) throws SQLException {
        var at = row.getObject("planned_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Plan.Time(
                        new WallTime(
                                row.getObject("planned_local", LocalDateTime.class),
                                ZoneId.of(row.getString("planned_zone"))),
                        row.getBoolean("planned_later") ? WallTime.Choice.SECOND : WallTime.Choice.FIRST,
                        at.toInstant());
    }
}
