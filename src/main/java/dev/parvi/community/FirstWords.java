package dev.parvi.community;

import dev.parvi.listening.Coverage.Speaker;
import dev.parvi.listening.Coverage.Subject;
import dev.parvi.listening.Coverage.Word;
import dev.parvi.platform.Columns;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who first spoke of something, in the brand whose scope it is. */
@Repository
class FirstWords {

    private static final int WORDS = 4;
    private static final int LINKS = 10;

    private final JdbcClient jdbc;

    FirstWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what others said, the earliest; of each search the latest 1,000 are looked at. */
    Optional<Word> of(Subject subject, Collection<DeliveryId> below) {
        return jdbc.sql("""
                select c.at, c.conversation_id from (
                    select h.comment_id as id from unnest(:sought::text[]) as s (words)
                    cross join lateral comments_saying(s.words, :languages, 'infinity'::timestamptz, 9223372036854775807, 1000) h
                    where h.at >= :since
                    union
                    select w.id from talk t
                    join conversation k on k.brand_id = t.brand_id and k.account_id = t.account_id and k.root_key = t.root_key
                    join comment w on w.brand_id = k.brand_id and w.account_id = k.account_id and w.conversation_id = k.id
                    where t.brand_id = current_brand() and t.delivery_id = any(:below)) found
                join comment c on c.brand_id = current_brand() and c.id = found.id
                where not c.us and c.erased_at is null and c.standing in ('SHOWN', 'HELD') and c.at >= :since
                order by c.at, c.id limit 1
                """)
                .param("sought", sought(subject).toArray(String[]::new))
                .param("languages", subject.languages().toArray(String[]::new))
                .param("since", subject.since().atOffset(ZoneOffset.UTC))
                .param("below", below.stream().map(DeliveryId::value).toArray(Long[]::new))
                .query((row, n) -> new Word(
                        row.getTimestamp("at").toInstant(), new ConversationId(row.getLong("conversation_id"))))
                .optional();
    }

    /** Of these speakers those who have said something to us; what we joined in on alone makes nobody one of our audience. */
    Set<Speaker> spoken(Collection<Speaker> speakers) {
        return Columns.of(jdbc.sql("""
                        select p.network, p.key from unnest(:networks::text[], :keys::uuid[]) as s (network, key)
                        join profile p on p.brand_id = current_brand() and p.network = s.network and p.key = s.key and p.erased_at is null
                        where exists (
                            select from comment c join conversation k on k.brand_id = c.brand_id and k.id = c.conversation_id
                            where c.brand_id = current_brand() and c.profile_id = p.id and not c.us and k.kind <> 'FOUND')
                        """), speakers)
                .text("networks", Speaker::network)
                .key("keys", Speaker::key)
                .done()
                .query((row, n) -> new Speaker(row.getString("network"), row.getObject("key", UUID.class)))
                .set();
    }

    /** Each pair of the rarest words, and each link without its scheme. */
    private static List<String> sought(Subject subject) {
        var sought = new ArrayList<String>();
        var words = subject.words().stream()
                .filter(each -> each.codePoints().allMatch(Character::isLetterOrDigit))
                .limit(WORDS)
                .toList();
        for (var first = 0; first < words.size(); first++) {
            for (var second = first + 1; second < words.size(); second++) {
                sought.add(words.get(first) + " " + words.get(second));
            }
        }
        subject.links().stream()
                .limit(LINKS)
                .map(each -> each.replaceFirst("^\\w+://", "").replace("\"", ""))
                .filter(each -> each.indexOf('/') > 0)
                .forEach(each -> sought.add('"' + each + '"'));
        return sought;
    }
}
