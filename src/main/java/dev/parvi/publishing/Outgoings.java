package dev.parvi.publishing;

import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went out, and what of it is to be forgotten, in the brand whose scope it is. */
@Repository
class Outgoings {

    private final JdbcClient jdbc;
    private final Contents contents;

    Outgoings(JdbcClient jdbc, Contents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    List<Out> since(Instant from, DeliveryId after, int most) {
        return jdbc.sql("""
                select id, version_id, account_id, part, comment, answered is not null as answer, sent_id, address, marks, published_at
                from delivery
                where brand_id = current_brand() and state = 'PUBLISHED' and (published_at, id) > (:from, :after)
                  and sent_id <> '' and removed_at is null
                order by published_at, id limit :most
                """)
                .param("from", Claims.at(from))
                .param("after", after.value())
                .param("most", most)
                .query((row, n) -> {
                    var version = row.getLong("version_id");
                    return new Out(
                            new DeliveryId(row.getLong("id")),
                            version == 0 ? null : new VersionId(version),
                            new AccountId(row.getLong("account_id")),
                            row.getInt("part"),
                            row.getBoolean("answer"),
                            contents.sent(row.getString("sent_id"), row.getString("address"), row.getString("marks")),
                            row.getTimestamp("published_at").toInstant());
                })
                .list();
    }

    /** Answers of which nothing can be at the network are taken out; of the others it's noted that they are to be forgotten. */
    void forget(Collection<DeliveryId> answers, Instant now) {
        var ids = answers.stream().map(DeliveryId::value).toArray(Long[]::new);
        jdbc.sql("""
                delete from delivery where brand_id = current_brand() and id = any(:ids) and answered is not null and not look_first
                  and (state in ('FAILED', 'LATE') or state = 'DUE' and made_at is null)
                """).param("ids", ids).update();
        jdbc.sql("""
                update delivery set forget_at = :now where brand_id = current_brand() and id = any(:ids) and answered is not null
                """).param("ids", ids).param("now", Claims.at(now)).update();
    }

    /**
     * Takes the words and the names from those that are to be forgotten. What is under way keeps them until it's over: it could
     * neither be sent nor be read back without.
     */
    int forgetWhatIsOver() {
        return jdbc.sql("""
                update delivery set forget_at = null, content = content || '{"text": "", "title": ""}',
                    answered = '{"id": "", "address": "", "marks": {}}'
                where brand_id = current_brand() and forget_at is not null and state in ('PUBLISHED', 'FAILED', 'LATE')
                """).update();
    }
}
