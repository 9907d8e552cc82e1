package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.connector.Message.Crop;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class PicturingTest {

    @Autowired
    Picturing picturing;

    @Autowired
    Composing composing;

    @Autowired
    Copying copying;

    @Autowired
    Given given;

    GivenPosts posts;
    Seat seat;
    AccountId account;
    PostId post;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = given.account(seat).id();
        post = Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of("Beans", List.of(account))));
    }

    @Test
    void a_picture_is_sent_along_from_then_on() throws Exception {
        add(40, 30);
        var sent = stored().versions().getFirst().content().parts().getFirst().pictures();
        assertThat(sent).hasSize(1).first().matches(each -> each.width() == 40 && each.height() == 30);
        assertThat(stored().post().revision()).isEqualTo(2);
    }

    @Test
    void pictures_come_in_the_order_and_with_the_words_that_were_saved() throws Exception {
        add(40, 30);
        add(50, 30);
        var two = stored().pictures();
        var crop = new Crop(100, 200, 300, 400);
        save(List.of(
                new Draft.Picture(two.get(1).id(), "Second first", crop),
                new Draft.Picture(two.get(0).id(), "", null)));
        assertThat(stored().pictures()).extracting(PostPicture::width).containsExactly(50, 40);
        assertThat(stored().pictures().getFirst().crop()).isEqualTo(crop);
        assertThat(stored().versions()
                        .getFirst()
                        .content()
                        .parts()
                        .getFirst()
                        .pictures()
                        .getFirst()
                        .alt())
                .isEqualTo("Second first");
    }

    @Test
    void a_picture_stays_with_its_part() throws Exception {
        var bytes = new ByteArrayInputStream(png(40, 30));
        Tenant.in(seat.brand(), () -> picturing.add(seat, post, bytes, 1, "w"));
        assertThat(stored().pictures()).extracting(PostPicture::part).containsExactly(1);
        save(List.of(new Draft.Picture(stored().pictures().getFirst().id(), "Cup", null, 2)));
        assertThat(stored().pictures()).extracting(PostPicture::part).containsExactly(2);
    }

    @Test
    void a_picture_that_is_not_named_is_taken_off() throws Exception {
        add(40, 30);
        save(List.of());
        assertThat(stored().pictures()).isEmpty();
    }

    @Test
    void what_is_no_picture_is_refused_with_the_reason() {
        assertThatThrownBy(() -> add("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        MediaRefused.class,
                        refused -> assertThat(refused.reason()).startsWith("platform.media."));
    }

    @Test
    void a_post_that_was_claimed_gets_no_further_picture() throws Exception {
        posts.seal(seat, stored().versions().getFirst().id());
        assertThatThrownBy(() -> add(40, 30)).isInstanceOf(AlreadyUnderWay.class);
        assertThat(stored().pictures()).isEmpty();
    }

    @Test
    void who_may_not_write_adds_none() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(
                        seat.brand(), () -> picturing.add(analyst, post, new ByteArrayInputStream(png(4, 3)), "")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_copy_has_the_same_pictures_and_stands_alone() throws Exception {
        add(40, 30);
        var copy = Tenant.in(seat.brand(), () -> copying.copy(seat, post));
        Tenant.run(seat.brand(), () -> composing.delete(seat, post));
        var copied = Tenant.in(seat.brand(), () -> composing.get(copy));
        assertThat(copied.pictures()).extracting(PostPicture::width).containsExactly(40);
        assertThat(copied.post().words().text()).isEqualTo("Beans");
        assertThat(copied.versions().getFirst().content().parts().getFirst().pictures())
                .hasSize(1);
    }

    private void save(List<Draft.Picture> pictures) {
        var draft = stored().draft();
        Tenant.in(
                seat.brand(),
                () -> composing.save(
                        seat,
                        post,
                        new Draft(
                                draft.words(),
                                "",
                                List.of(),
                                "",
                                null,
                                pictures,
                                draft.versions(),
                                draft.revision(),
                                "")));
    }

    private void add(int width, int height) throws Exception {
        add(png(width, height));
    }

    private void add(byte[] bytes) throws Exception {
        Tenant.in(seat.brand(), () -> picturing.add(seat, post, new ByteArrayInputStream(bytes), "w"));
    }

    static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private Composed stored() {
        return Tenant.in(seat.brand(), () -> composing.get(post));
    }
}
