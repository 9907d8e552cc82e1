package dev.parvi.listening;

import dev.parvi.listening.Story.Marks;
import dev.parvi.listening.Story.Ours;
import dev.parvi.listening.StoryFilter.Order;
import dev.parvi.listening.StoryFilter.View;
import dev.parvi.listening.StoryList.Place;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stories as they are read, in the brand whose scope it is. */
@Repository
class Stories {

    private static final String SELECT = """
            select t.id, t.title, t.address, t.language, t.words, t.first_at, t.last_at, t.seen_at, t.items, t.sources, t.first_source,
                coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address, '') as first_name,
                v.items as opened, t.saved_at, t.dismissed_at, t.muted_at, t.muted_word, t.posted_at, t.audience_at, t.audience_conversation, t.audience_item,
                r.id as rise, r.at as rise_at, r.hours, r.n, r.sources as rise_sources, r.usual, r.basis, r.joined, r.was_right
            from story t
            left join source s on s.brand_id = t.brand_id and s.id = t.first_source
            left join story_seen v on v.brand_id = t.brand_id and v.story_id = t.id and v.member_id = :member
            left join rise r on r.brand_id = t.brand_id and r.id = t.rise_id
            where t.brand_id = current_brand()
            """;

    /** At least one item that doesn't come from a muted source. */
    private static final String HEARD = """
             and exists (select from story_item i join source q on q.brand_id = i.brand_id and q.id = i.source_id
                 where i.brand_id = t.brand_id and i.story_id = t.id and q.muted_at is null)
            """;

    /** At least one item that the topic matched. */
    private static final String TOPIC = """
             and exists (select from story_item i join topic_match m on m.brand_id = i.brand_id and m.item_id = i.item_id
                 where i.brand_id = t.brand_id and i.story_id = t.id and m.topic_id = :topic)
            """;

    private static final Map<View, String> VIEWS = Map.of(
            View.NEW, " and t.dismissed_at is null and t.muted_at is null" + HEARD,
            View.UNSEEN,
                    " and t.dismissed_at is null and t.muted_at is null and (v.items is null or v.items < t.items)"
                            + HEARD,
            View.SAVED, " and t.saved_at is not null",
            View.DISMISSED, " and t.dismissed_at is not null",
            View.MUTED, " and t.muted_at is not null",
            View.POSTED, " and t.posted_at is not null");

    private static final Map<Order, String> AFTER = Map.of(
            Order.FRESH, " and (t.last_at, t.id) < (:at::timestamptz, :id)",
            Order.WIDE, " and (t.sources, t.last_at, t.id) < (:after, :at::timestamptz, :id)",
            Order.RISING, " and (r.at, t.id) < (:at::timestamptz, :id)");

    private static final Map<Order, String> ORDERS = Map.of(
            Order.FRESH, " order by t.last_at desc, t.id desc",
            Order.WIDE, " order by t.sources desc, t.last_at desc, t.id desc",
            Order.RISING, " and r.id is not null order by r.at desc, t.id desc");

    private final JdbcClient jdbc;

    Stories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Story> list(MemberId member, StoryFilter filter, Instant since, @Nullable Place after, int most) {
        var sql = SELECT + VIEWS.get(filter.view()) + narrowed(filter) + " and t.last_at >= :since"
                + (after == null ? "" : AFTER.get(filter.order())) + ORDERS.get(filter.order()) + " limit :most";
        var asked = jdbc.sql(sql)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("language", filter.language())
                .param(
                        "source",
                        filter.source() == null ? null : filter.source().value())
                .param("topic", filter.topic() == null ? null : filter.topic().value())
                .param("stems", StoryWords.forms(filter.words()))
                .param("least", filter.sources())
                .param("most", most);
        if (after != null) {
            asked = asked.param("after", after.sources())
                    .param("at", after.at().toString())
                    .param("id", after.id());
        }
        return asked.query(Stories::story).list();
    }

    private static String narrowed(StoryFilter filter) {
        return (filter.language().isEmpty() ? "" : " and t.language = :language")
                + (filter.source() == null
                        ? ""
                        : " and exists (select from story_item i where i.brand_id = t.brand_id and i.story_id = t.id and i.source_id = :source)")
                + (filter.topic() == null ? "" : TOPIC)
                + (filter.words().isBlank()
                        ? ""
                        : " and not exists (select from unnest(:stems::text[]) w where not t.stems && string_to_array(w, ' '))")
                + (filter.sources() < 2 ? "" : " and t.sources >= :least");
    }

    /** In the order of the ids. */
    List<Story> of(MemberId member, Collection<StoryId> ids) {
        var order = ids.stream().map(StoryId::value).toList();
        return jdbc
                .sql(SELECT + " and t.id = any(:ids)")
                .param("member", member.value())
                .param("ids", order.toArray(Long[]::new))
                .query(Stories::story)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(each -> order.indexOf(each.id().value())))
                .toList();
    }

    private static Story story(ResultSet row, int n) throws SQLException {
        var opened = row.getObject("opened", Integer.class);
        var items = row.getInt("items");
        var first = row.getTimestamp("first_at").toInstant();
        var posted = Items.instant(row.getTimestamp("posted_at"));
        var conversation = row.getObject("audience_conversation", Long.class);
        var heard = row.getObject("audience_item", Long.class);
        var id = new StoryId(row.getLong("id"));
        return new Story(
                id,
                row.getString("title"),
                row.getString("address"),
                row.getString("language").toLowerCase(Locale.ROOT),
                List.of((String[]) row.getArray("words").getArray()),
                first,
                row.getTimestamp("last_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                items,
                row.getInt("sources"),
                new SourceId(row.getLong("first_source")),
                row.getString("first_name"),
                new Marks(
                        opened != null,
                        opened == null ? 0 : Math.max(0, items - opened),
                        row.getTimestamp("saved_at") != null,
                        row.getTimestamp("dismissed_at") != null,
                        row.getTimestamp("muted_at") != null,
                        row.getString("muted_word")),
                new Ours(
                        posted,
                        posted != null && posted.isBefore(first),
                        Items.instant(row.getTimestamp("audience_at")),
                        conversation == null ? null : new ConversationId(conversation),
                        heard == null ? null : new ItemId(heard)),
                row.getObject("rise", Long.class) == null
                        ? null
                        : Rises.rise(row, "rise", "rise_at", "rise_sources", id, ""));
    }
}
