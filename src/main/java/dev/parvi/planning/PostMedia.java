package dev.parvi.planning;

import dev.parvi.connector.Message.Crop;
import dev.parvi.platform.Media;
import dev.parvi.shared.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures on posts, in order. */
@Repository
class PostMedia {

    private final JdbcClient jdbc;

    PostMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts it behind those that are there. */
    long add(PostId post, Media media, String alt, @Nullable Crop crop, int part) {
        return jdbc.sql("""
                insert into post_media (brand_id, post_id, position, hash, type, width, height, alt, crop, part)
                values (current_brand(), :post,
                        (select coalesce(max(position) + 1, 0) from post_media where post_id = :post),
                        :hash, :type, :width, :height, :alt, :crop, :part)
                returning id
                """)
                .param("post", post.value())
                .param("hash", media.hash())
                .param("type", media.type())
                .param("width", media.width())
                .param("height", media.height())
                .param("alt", alt)
                .param("crop", array(crop))
                .param("part", part)
                .query(Long.class)
                .single();
    }

    List<PostPicture> of(PostId post) {
        return jdbc.sql("select * from post_media where post_id = :post order by position, id")
                .param("post", post.value())
                .query((row, n) -> picture(row))
                .list();
    }

    /** The pictures of several posts; posts without any are left out. */
    Map<PostId, List<PostPicture>> of(Collection<PostId> posts) {
        var pictures = new HashMap<PostId, List<PostPicture>>();
        jdbc.sql("select * from post_media where post_id = any(:posts) order by position, id")
                .param("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .query(row -> {
                    pictures.computeIfAbsent(new PostId(row.getLong("post_id")), post -> new ArrayList<>())
                            .add(picture(row));
                });
        return pictures;
    }

    /** Brings the pictures of a post into this order, with what was said of each; others are taken off. */
    void arrange(PostId post, List<Draft.Picture> pictures) {
        jdbc.sql("delete from post_media where post_id = :post and id <> all(:kept)")
                .param("post", post.value())
                .param("kept", pictures.stream().map(Draft.Picture::id).toArray(Long[]::new))
                .update();
        for (var position = 0; position < pictures.size(); position++) {
            put(post, pictures.get(position), position);
        }
    }

    private void put(PostId post, Draft.Picture picture, int position) {
        jdbc.sql("""
                update post_media set position = :position, alt = :alt, crop = :crop, part = :part
                where id = :id and post_id = :post
                """)
                .param("position", position)
                .param("alt", picture.alt())
                .param("crop", array(picture.crop()))
                .param("part", picture.part())
                .param("id", picture.id())
                .param("post", post.value())
                .update();
    }

    private static Integer @Nullable [] array(@Nullable Crop crop) {
        return crop == null ? null : new Integer[] {crop.left(), crop.top(), crop.width(), crop.height()};
    }

    private static PostPicture picture(ResultSet row) throws SQLException {
        var crop = row.getArray("crop");
        return new PostPicture(
                row.getLong("id"),
                row.getString("hash"),
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("alt"),
                crop == null ? null : crop((Integer[]) crop.getArray()),
                row.getInt("part"));
    }

    private static Crop crop(Integer[] sides) {
        return new Crop(sides[0], sides[1], sides[2], sides[3]);
    }
}
