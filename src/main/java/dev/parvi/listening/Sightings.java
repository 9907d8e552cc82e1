package dev.parvi.listening;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.platform.Columns;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What networks call the items that were found there, in the brand whose scope it is. */
@Repository
class Sightings {

    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final JsonMapper json;

    Sightings(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker, JsonMapper json) {
        this.jdbc = jdbc;
        this.worker = worker;
        this.json = json;
    }

    /** @param mood -1, 0 or 1; null where unsure or nobody asks */
    record Row(
            SourceId source,
            String network,
            Heard heard,
            String version,
            @Nullable Integer mood) {

        UUID key() {
            return Name.of(heard.id());
        }
    }

    /** What is there already is brought up to date, unless it stands in a later version. */
    void put(List<Row> rows, Instant now) {
        columns(jdbc.sql("""
                        insert into sighting as s (brand_id, source_id, key, network, external_id, kind, root, parent, speaker_key, speaker_id,
                            speaker, handle, profile, address, text, languages, marks, version, said_at, seen_at, mood)
                        select current_brand(), source, key, network, id, kind, root, parent, speaker_key, speaker_id, speaker, handle, profile,
                            address, text, languages, marks::jsonb, version, said, :now, mood
                        from unnest(:sources::bigint[], :keys::uuid[], :networks::text[], :ids::text[], :kinds::text[], :roots::text[], :parents::text[],
                            :speakerKeys::uuid[], :speakerIds::text[], :speakers::text[], :handles::text[], :profiles::text[], :addresses::text[],
                            :texts::text[], :languages::text[], :marks::text[], :versions::text[], :saids::timestamptz[], :moods::bigint[])
                            as r (source, key, network, id, kind, root, parent, speaker_key, speaker_id, speaker, handle, profile, address, text,
                                languages, marks, version, said, mood)
                        on conflict (brand_id, source_id, key) do update set text = excluded.text, marks = excluded.marks,
                            version = excluded.version, mood = excluded.mood, gone_at = null
                        where s.version <= excluded.version
                        """), rows, now)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, List<Row> rows, Instant now) {
        return Columns.of(statement, rows)
                .number("sources", row -> row.source().value())
                .key("keys", Row::key)
                .text("networks", Row::network)
                .text("ids", row -> Sound.line(row.heard().id(), Fresh.ADDRESS))
                .text("kinds", row -> row.heard().kind().name())
                .text("roots", row -> Sound.line(row.heard().root(), Fresh.ADDRESS))
                .text(
                        "parents",
                        row -> row.heard().parent() == null
                                ? ""
                                : Sound.line(row.heard().parent(), Fresh.ADDRESS))
                .key("speakerKeys", row -> Name.of(row.heard().speaker().id()))
                .text("speakerIds", row -> Sound.line(row.heard().speaker().id(), Fresh.ADDRESS))
                .text("speakers", row -> Sound.line(row.heard().speaker().name(), Fresh.NAME))
                .text("handles", row -> Sound.line(row.heard().speaker().handle(), Fresh.NAME))
                .text(
                        "profiles",
                        row -> row.heard().speaker().address() == null
                                ? ""
                                : row.heard().speaker().address().toString())
                .text("addresses", row -> row.heard().address().toString())
                .text("texts", row -> Sound.text(row.heard().text(), Fresh.WORDS))
                .text(
                        "languages",
                        row -> Sound.line(String.join(",", row.heard().languages()), Fresh.NAME))
                .text("marks", row -> json.writeValueAsString(sound(row.heard().marks())))
                .text("versions", row -> Sound.line(row.version(), Fresh.NAME))
                .time("saids", row -> said(row.heard().at(), now))
                .number("moods", row -> row.mood() == null ? null : row.mood().longValue())
                .done();
    }

    /** Writers claim times that no calendar has. */
    private static Instant said(Instant at, Instant now) {
        return at.isAfter(now) ? now : at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
    }

    private static Map<String, String> sound(Map<String, String> marks) {
        var sound = new HashMap<String, String>();
        marks.forEach((name, value) -> sound.put(Sound.line(name, Fresh.NAME), Sound.line(value, Fresh.ADDRESS)));
        return sound;
    }

    /** One of a brand's sources, and a key in it. */
    record Spot(BrandId brand, SourceId source, UUID key) {}

    /** Where these are known, over all brands: the worker's. */
    List<Spot> spots(Collection<UUID> keys) {
        return spots("select brand_id, source_id, key from sighting where key = any(:keys::uuid[])", keys);
    }

    /** Everything of these speakers, over all brands: the worker's. */
    List<Spot> spotsOf(Collection<UUID> speakers) {
        return spots("select brand_id, source_id, key from sighting where speaker_key = any(:keys::uuid[])", speakers);
    }

    private List<Spot> spots(String sql, Collection<UUID> keys) {
        return keys.isEmpty()
                ? List.of()
                : worker.sql(sql)
                        .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                        .query((row, n) -> new Spot(
                                new BrandId(row.getLong("brand_id")),
                                new SourceId(row.getLong("source_id")),
                                row.getObject("key", UUID.class)))
                        .list();
    }

    /** In which version they stand here; held until the transaction ends. */
    Map<Spot, String> versions(Collection<Spot> spots) {
        var versions = new HashMap<Spot, String>();
        spots(jdbc.sql("""
                        select s.brand_id, s.source_id, s.key, s.version from sighting s
                        join unnest(:sources::bigint[], :keys::uuid[]) as p (source, key) on s.source_id = p.source and s.key = p.key
                        where s.brand_id = current_brand() for update of s
                        """), spots).query(row -> {
            versions.put(
                    new Spot(
                            new BrandId(row.getLong("brand_id")),
                            new SourceId(row.getLong("source_id")),
                            row.getObject("key", UUID.class)),
                    row.getString("version"));
        });
        return versions;
    }

    /** Who said it took it back: what it said goes, that it was there stays, and so it doesn't come again. */
    List<ItemId> takenBack(Collection<Spot> spots, String version, Instant now) {
        return spots(jdbc.sql("""
                        with p as (select * from unnest(:sources::bigint[], :keys::uuid[]) as p (source, key)),
                        gone as (
                            update sighting s set gone_at = coalesce(gone_at, :now), text = '', speaker = '', handle = '', marks = '{}',
                                version = greatest(version, :version)
                            from p where s.brand_id = current_brand() and s.source_id = p.source and s.key = p.key),
                        forgotten as (
                            delete from item_version v using item i, p
                            where v.brand_id = current_brand() and i.brand_id = v.brand_id and i.id = v.item_id
                                and i.source_id = p.source and i.key = p.key)
                        update item i set title = '', words = '', markup = null, author = '', picture = '', edited_at = :now, digest = :empty::uuid
                        from p where i.brand_id = current_brand() and i.source_id = p.source and i.key = p.key
                        returning i.id
                        """), spots)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("version", version)
                .param("empty", Name.of("").toString())
                .query((row, n) -> new ItemId(row.getLong(1)))
                .list();
    }

    private static JdbcClient.StatementSpec spots(JdbcClient.StatementSpec statement, Collection<Spot> spots) {
        return Columns.of(statement, spots)
                .number("sources", spot -> spot.source().value())
                .key("keys", Spot::key)
                .done();
    }

    /** An item as the network knows it; empty for one that isn't from a network, or was taken back. */
    Optional<FoundPost> of(ItemId item) {
        return jdbc.sql("""
                select s.*, n.account_id from item i
                join sighting s on s.brand_id = i.brand_id and s.source_id = i.source_id and s.key = i.key
                join source n on n.brand_id = i.brand_id and n.id = i.source_id
                where i.brand_id = current_brand() and i.id = :id and s.gone_at is null
                """)
                .param("id", item.value())
                .query((row, n) -> new FoundPost(row.getString("network"), row.getLong("account_id"), heard(row)))
                .optional();
    }

    /** An item that somebody said on a network. */
    record Utterance(ItemId item, Coverage.Speaker speaker, Instant at) {}

    /** Items that tell the story, said on networks, the first first. */
    List<Utterance> telling(StoryId story, int most) {
        return jdbc.sql("""
                        select i.id, s.network, s.speaker_key, t.at from story_item t
                        join item i on i.brand_id = t.brand_id and i.id = t.item_id
                        join sighting s on s.brand_id = i.brand_id and s.source_id = i.source_id and s.key = i.key
                        where t.brand_id = current_brand() and t.story_id = :story and s.gone_at is null order by t.at, t.item_id limit :most
                        """)
                .param("story", story.value())
                .param("most", most)
                .query((row, n) -> new Utterance(
                        new ItemId(row.getLong("id")),
                        new Coverage.Speaker(row.getString("network"), row.getObject("speaker_key", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private Heard heard(ResultSet row) throws SQLException {
        var parent = row.getString("parent");
        var profile = row.getString("profile");
        return new Heard(
                row.getString("external_id"),
                Heard.Kind.valueOf(row.getString("kind")),
                row.getString("root"),
                parent.isEmpty() ? null : parent,
                new Heard.Speaker(
                        row.getString("speaker_id"),
                        row.getString("speaker"),
                        row.getString("handle"),
                        profile.isEmpty() ? null : URI.create(profile),
                        false),
                row.getString("text"),
                null,
                row.getTimestamp("said_at").toInstant(),
                null,
                Standing.SHOWN,
                URI.create(row.getString("address")),
                row.getString("languages").isEmpty()
                        ? List.of()
                        : List.of(row.getString("languages").split(",")),
                json.readValue(row.getString("marks"), MARKS));
    }
}
