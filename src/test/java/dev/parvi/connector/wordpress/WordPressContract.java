package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Connector;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Unknown;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.Sent;
import dev.parvi.connector.TalkContract;
import java.awt.Color;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the connector keeps on a blog, be it a real one or one that plays what a real one answered. */
abstract class WordPressContract extends TalkContract {

    /** The call that says something below a post, and no other. */
    static final String SAYING = "author_user_agent%2Cdate_gmt&context=edit";

    private static final String READING = "wp/v2/comments?";
    private static final String NOBODY = "http://127.0.0.1:1/wp-json/";

    final WordPress wordpress = WordPressParts.connector();
    private final KeptAccess access;
    final Blog blog;
    final RecordedNetwork network;

    <B extends Blog & RecordedNetwork.Playing> WordPressContract(B blog) {
        this.blog = blog;
        network = new RecordedNetwork(blog, Said.limited());
        access = new KeptAccess(
                new Login(network.address().resolve("/wp-json/"), "blog.example.org", blog.user(), blog.password(), 2)
                        .kept());
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Override
    protected Connector connector() {
        return wordpress;
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    @Override
    protected boolean canBe(Situation situation) {
        return !situation.name().startsWith("TOKEN");
    }

    @Override
    protected void given(Situation situation) throws Exception {
        network.forget();
        access.set("root", network.address().resolve("/wp-json/").toString());
        switch (situation) {
            case LIMITING -> network.tell(Trick.LIMIT_BEFORE, "wp/v2/posts", 1);
            case PERMISSION_GONE -> blog.revoke();
            case CUT_AFTER_ACCEPTANCE -> accepting(Trick.CUT_AFTER);
            case FAULT_AFTER_ACCEPTANCE -> accepting(Trick.ERROR_AFTER);
            case GARBAGE_AFTER_ACCEPTANCE -> accepting(Trick.GARBAGE_AFTER);
            case READING_FAULTY -> network.tell(Trick.ERROR_BEFORE, "wp/v2/posts?", 1);
            case READING_GARBAGE -> network.tell(Trick.GARBAGE_AFTER, "wp/v2/posts?", 1);
            case AWAY -> access.set("root", NOBODY);
            default -> {}
        }
    }

    private void accepting(Trick trick) {
        network.tell(trick, "wp/v2/posts/", 1);
        network.tell(trick, SAYING, 1);
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        given(Situation.WELL);
        switch (trouble) {
            case LIMITING -> network.tell(Trick.LIMIT_BEFORE, READING, 1);
            case CUT -> network.tell(Trick.CUT_AFTER, READING, 1);
            case FAULTY -> network.tell(Trick.ERROR_BEFORE, READING, 1);
            case GARBAGE -> network.tell(Trick.GARBAGE_AFTER, READING, 1);
            case AWAY -> given(Situation.AWAY);
            case PERMISSION_GONE -> blog.revoke();
            default -> {}
        }
    }

    @Override
    protected boolean canBe(Trouble trouble) {
        return trouble != Trouble.TOKEN_EXPIRED;
    }

    @Override
    protected Figure figure() {
        return Figure.REPLIES;
    }

    @Override
    protected String said(Sent under, String parent, String text) throws Exception {
        var above = parent == null ? 0 : Names.read(parent).orElseThrow().number();
        var id = blog.visitor(number(under), above, "Liisa", text);
        blog.status(id, "approved");
        return comment(id).id();
    }

    @Override
    protected void takenBack(String id) throws Exception {
        blog.erase(Names.read(id).orElseThrow().number());
    }

    @Override
    protected boolean changed(String id, String text) throws Exception {
        blog.rewrite(Names.read(id).orElseThrow().number(), text);
        return true;
    }

    /** A blog keeps nobody out. */
    @Override
    protected boolean blocked() {
        return false;
    }

    @Override
    protected int standing(Parcel parcel) throws Exception {
        var text = parcel.message().text();
        return (int) blog.shown().stream()
                .filter(post -> Blocks.of(text, List.of(), null)
                        .equals(post.path("content").path("raw").asString()))
                .count();
    }

    @Override
    protected Message refused() {
        return Message.of("");
    }

    Sent published(Parcel parcel) {
        var outcome = wordpress.publish(access, parcel);
        assertThat(outcome).isInstanceOf(Published.class);
        return ((Published) outcome).sent();
    }

    long post() {
        return number(published(parcel()));
    }

    static long number(Sent sent) {
        return Names.read(sent.id()).orElseThrow().number();
    }

    Sent comment(long id) {
        return new Sent(new Names("blog.example.org").comment(id), URI.create("https://blog.example.org/"), Map.of());
    }

    Sent root(long id) {
        return new Sent(new Names("blog.example.org").post(id), URI.create("https://blog.example.org/"), Map.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACCEPTANCE", "FAULT_AFTER_ACCEPTANCE", "GARBAGE_AFTER_ACCEPTANCE"})
    void sending_again_after_an_unknown_outcome_publishes_nothing_twice(Situation situation) throws Exception {
        given(situation);
        var parcel = parcel();
        assertThat(wordpress.publish(access, parcel)).isInstanceOf(Unknown.class);
        given(Situation.WELL);
        var found = ((Finding.Found) wordpress.find(access, parcel)).sent();
        assertThat(published(parcel)).isEqualTo(found);
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void the_same_parcel_from_eight_callers_at_once_is_one_post() throws Exception {
        var parcel = parcel();
        Callable<PublishOutcome> call = () -> wordpress.publish(access, parcel);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.invokeAll(Collections.nCopies(8, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes).allMatch(outcome -> outcome instanceof Published);
            assertThat(outcomes.stream().distinct()).hasSize(1);
        }
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void a_picture_whose_upload_was_cut_off_is_not_brought_twice() throws Exception {
        var picture = WordPressParts.picture(300, 200, Color.ORANGE, "Kuppi \"musta\"");
        var one = parcel();
        var parcel = parcel(
                new Message("Kuvan kanssa", one.message().text(), List.of(picture), null, null, List.of(), List.of()));
        network.tell(Trick.CUT_AFTER, "alt_text", 1);
        assertThat(wordpress.publish(access, parcel)).isInstanceOf(PublishOutcome.RetryAfter.class);
        assertThat(wordpress.find(access, parcel)).isInstanceOf(Finding.Absent.class);
        var post = blog.post(number(published(parcel)));
        assertThat(post.path("featured_media").asLong()).isPositive();
        assertThat(network.requests("alt_text")).hasSize(1);
    }
}
