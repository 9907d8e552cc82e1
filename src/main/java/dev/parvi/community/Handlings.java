package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members do to conversations, and how these stood before, in the brand whose scope it is. */
@Repository
class Handlings {

    private final JdbcClient jdbc;

    Handlings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param done how many were changed; those that stood so already are left out */
    record Handled(long id, int done) {}

    /** State and snooze of these, all at once. */
    Handled state(
            Collection<ConversationId> ids,
            Conversation.State to,
            @Nullable Instant until,
            String what,
            MemberId by,
            Instant now) {
        return jdbc.sql(noted("state = :to, snoozed_until = :until::timestamptz", "true"))
                .param("ids", numbers(ids))
                .param("to", to.name())
                .param("until", until == null ? null : until.toString())
                .param("what", what)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Handled(row.getLong("id"), row.getInt("done")))
                .single();
    }

    Handled assign(Collection<ConversationId> ids, MemberId to, MemberId by, Instant now) {
        return jdbc.sql(noted("assignee = :to", "c.assignee <> :to"))
                .param("ids", numbers(ids))
                .param("to", to.value())
                .param("what", "ASSIGNED")
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Handled(row.getLong("id"), row.getInt("done")))
                .single();
    }

    private static String noted(String change, String which) {
        return """
                with before as (
                    select c.id, c.state, c.snoozed_until, c.assignee from conversation c
                    where c.brand_id = current_brand() and c.id = any(:ids) and %s for update),
                changed as (
                    update conversation c set %s from before b where c.brand_id = current_brand() and c.id = b.id
                    returning c.id)
                insert into handling (brand_id, member_id, what, at, before)
                select current_brand(), :by, :what, :now, coalesce((select jsonb_agg(to_jsonb(b)) from before b), '[]')
                returning id, jsonb_array_length(before) + 0 * (select count(*) from changed) done
                """.formatted(which, change);
    }

    record Kept(String what, MemberId by, List<ConversationId> conversations) {}

    /** Empty where it was undone before. */
    Optional<Kept> undo(long id, Instant now) {
        var kept = jdbc.sql("""
                update handling set undone_at = :now where brand_id = current_brand() and id = :id and undone_at is null
                returning what, member_id, array(select (b ->> 'id')::bigint from jsonb_array_elements(before) b) ids
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getString("what"),
                        new MemberId(row.getLong("member_id")),
                        List.of((Long[]) row.getArray("ids").getArray()).stream()
                                .map(ConversationId::new)
                                .toList()))
                .optional();
        kept.ifPresent(each -> put(id, each.what().equals("ASSIGNED")));
        return kept;
    }

    /** Only what this act changed is put back: what somebody did since to another side of it stays. */
    private void put(long id, boolean assignee) {
        var change = assignee
                ? "assignee = (b.value ->> 'assignee')::bigint"
                : "state = b.value ->> 'state', snoozed_until = (b.value ->> 'snoozed_until')::timestamptz";
        jdbc.sql("""
                update conversation c set %s
                from handling h cross join lateral jsonb_array_elements(h.before) b
                where h.brand_id = current_brand() and h.id = :id and c.brand_id = current_brand() and c.id = (b.value ->> 'id')::bigint
                """.formatted(change)).param("id", id).update();
    }

    private static Long[] numbers(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toArray(Long[]::new);
    }
}
