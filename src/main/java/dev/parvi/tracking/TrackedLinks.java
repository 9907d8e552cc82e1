package dev.parvi.tracking;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links of the brand whose scope it is. */
@Repository
class TrackedLinks {

    private final JdbcClient jdbc;

    TrackedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The code of this address in this place: the one it has, or a new one. */
    String put(LinkPlace place, URI address, URI target, Instant now) {
        return jdbc.sql("""
                insert into tracked_link (brand_id, code, key, address, target, made_at, post_id, account_id, part, pillar_id,
                    campaign, conversation_id, comment_id)
                values (current_brand(), :code, :key, :address, :target, :now, :post, :account, :part, :pillar, :campaign,
                    :conversation, :comment)
                on conflict (brand_id, key) do update
                set target = excluded.target, pillar_id = excluded.pillar_id, campaign = excluded.campaign
                returning code
                """)
                .param("code", Codes.fresh())
                .param("key", key(place, address), Types.OTHER)
                .param("address", address.toString())
                .param("target", target.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("post", place.post() == null ? null : place.post().value())
                .param(
                        "account",
                        place.account() == null ? null : place.account().value())
                .param("part", place.part())
                .param("pillar", place.pillar() == null ? null : place.pillar().value())
                .param("campaign", place.word("campaign"))
                .param(
                        "conversation",
                        place.conversation() == null
                                ? null
                                : place.conversation().value())
                .param(
                        "comment",
                        place.comment() == null ? null : place.comment().value())
                .query(String.class)
                .single();
    }

    Optional<String> code(LinkPlace place, URI address) {
        return jdbc.sql("select code from tracked_link where brand_id = current_brand() and key = :key")
                .param("key", key(place, address), Types.OTHER)
                .query(String.class)
                .optional();
    }

    void bind(VersionId version, PostId post, AccountId account, Map<Integer, DeliveryId> parts) {
        jdbc.sql("""
                update tracked_link t set version_id = :version, delivery_id = p.delivery
                from unnest(cast(:parts as int[]), cast(:deliveries as bigint[])) p (part, delivery)
                where t.brand_id = current_brand() and t.post_id = :post and t.account_id = :account and t.part = p.part
                """)
                .param("version", version.value())
                .param("post", post.value())
                .param("account", account.value())
                .param("parts", parts.keySet().toArray(Integer[]::new))
                .param(
                        "deliveries",
                        parts.values().stream().map(DeliveryId::value).toArray(Long[]::new))
                .update();
    }

    boolean any(PostId post, AccountId account) {
        return jdbc.sql("""
                select exists (select from tracked_link
                    where brand_id = current_brand() and post_id = :post and account_id = :account)
                """)
                .param("post", post.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void bind(Collection<String> codes, DeliveryId delivery) {
        jdbc.sql(
                        "update tracked_link set delivery_id = :delivery where brand_id = current_brand() and code = any(:codes)")
                .param("delivery", delivery.value())
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    /** Where it leads, of the brand whose scope it is. */
    @Nullable
    String target(String code) {
        return jdbc.sql("select target from tracked_link where brand_id = current_brand() and code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** What was written where these codes stand now, by code. */
    Map<String, String> addresses(Collection<String> codes) {
        var addresses = new HashMap<String, String>();
        jdbc.sql("select code, address from tracked_link where brand_id = current_brand() and code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    addresses.put(row.getString("code"), row.getString("address"));
                });
        return addresses;
    }

    private static UUID key(LinkPlace place, URI address) {
        return UUID.nameUUIDFromBytes((place.seed() + " " + address).getBytes(StandardCharsets.UTF_8));
    }
}
