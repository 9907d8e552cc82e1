package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads rows of deliveries and attempts. */
final class DeliveryRows {

    private DeliveryRows() {}

    static Delivery delivery(ResultSet row) throws SQLException {
        var version = row.getLong("version_id");
        var post = row.getLong("post_id");
        var by = row.getLong("planned_by");
        return new Delivery(
                new DeliveryId(row.getLong("id")),
                version == 0 ? null : new VersionId(version),
                post == 0 ? null : new PostId(post),
                new AccountId(row.getLong("account_id")),
                row.getString("network"),
                row.getInt("part"),
                row.getBoolean("comment"),
                row.getString("answered") != null,
                DeliveryState.valueOf(row.getString("state")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                row.getInt("tries"),
                row.getString("text"),
                address(row.getString("address")),
                instant(row, "published_at"),
                instant(row, "removed_at"),
                word(row, "fault_code"),
                word(row, "fault_detail"),
                by == 0 ? null : new MemberId(by),
                row.getTimestamp("planned_on").toInstant(),
                instant(row, "until"));
    }

    static @Nullable URI address(@Nullable String kept) {
        return kept == null || kept.isEmpty() ? null : URI.create(kept);
    }

    static String word(ResultSet row, String column) throws SQLException {
        var word = row.getString(column);
        return word == null ? "" : word;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
