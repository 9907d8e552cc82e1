package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.NeedsReauth;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Rejected;
import dev.parvi.connector.PublishOutcome.RetryAfter;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import dev.parvi.connector.Sent;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract on what a real blog answered once, and what is too slow or too rare to ask of a real one. */
class WordPressContractTest extends WordPressTalkContract {

    private final RecordedBlog recorded = (RecordedBlog) blog;

    WordPressContractTest() {
        super(new RecordedBlog());
    }

    @Override
    protected int many() {
        return 250;
    }

    @Test
    void all_comments_are_read_once_the_cursor_has_come_down_though_some_vanish_on_the_way() throws Exception {
        var post = recorded.made("Paljon puhetta");
        var said = new HashSet<String>();
        for (var n = 0; n < 350; n++) {
            said.add(new Names("blog.example.org").comment(recorded.visitor(post, 0, "Liisa", "Kommentti " + n)));
        }
        var heard = new HashSet<String>();
        var cursor = "";
        var steps = 0;
        for (var more = true; more; steps++) {
            var news = wordpress.news(access(), cursor);
            news.heard().forEach(each -> heard.add(each.id()));
            more = news.more();
            cursor = news.cursor();
            recorded.comments.all.remove(
                    recorded.comments.all.keySet().stream().max(Long::compare).orElseThrow());
        }
        assertThat(heard).isEqualTo(said);
        assertThat(steps).isEqualTo(4);
        var fresh = recorded.visitor(post, 0, "Liisa", "Uusi");
        assertThat(wordpress.news(access(), cursor).heard())
                .extracting(Heard::id)
                .contains(new Names("blog.example.org").comment(fresh));
    }

    @Test
    void a_long_talk_is_read_to_its_end() throws Exception {
        var post = recorded.made("Paljon puhetta");
        for (var n = 0; n < 230; n++) {
            recorded.visitor(post, 0, "Liisa", "Kommentti " + n);
        }
        assertThat(talk(post).heard()).hasSize(230);
        assertThat(talk(post).whole()).isTrue();
    }

    @Test
    void a_page_that_hides_some_is_no_whole_talk() throws Exception {
        var post = recorded.made("Osittain");
        recorded.visitor(post, 0, "Liisa", "Näkyy");
        recorded.comments.all.get(recorded.visitor(post, 0, "Liisa", "Ei näy")).put("id", 0);
        assertThat(talk(post).whole()).isFalse();
        assertThat(talk(post).figures()).isEmpty();
    }

    @Test
    void where_a_host_drops_the_mark_our_words_since_then_are_ours() throws Exception {
        recorded.comments.agents = false;
        var post = recorded.made("Isäntä pudottaa");
        var asked = new Sent(
                new Names("blog.example.org").comment(recorded.visitor(post, 0, "Liisa", "Milloin?")),
                recorded.root(),
                Map.of());
        var made = parcel(Message.of("Huomenna <3"));
        var parcel = new Parcel(made.number(), made.key(), made.madeAt(), made.message(), List.of(), asked, false);
        assertThat(wordpress.reply(access(), parcel)).isInstanceOf(Published.class);
        assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.Found.class);
        var later = new Parcel(
                made.number() + 1,
                "another",
                made.madeAt().plusSeconds(3_600),
                made.message(),
                List.of(),
                asked,
                false);
        assertThat(wordpress.find(access(), later)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void a_role_that_was_taken_away_asks_for_a_new_sign_in() {
        recorded.rights = "\"read\":true";
        try (var refusing = refusing("POST", Said.no(403, "rest_cannot_create", "Sorry"))) {
            access().set("root", refusing.address().resolve("/wp-json/").toString());
            assertThat(wordpress.publish(access(), parcel()))
                    .isInstanceOfSatisfying(
                            NeedsReauth.class,
                            no -> assertThat(no.fault().code()).isEqualTo("wordpress.may-not-publish"));
        }
    }

    @Test
    void a_no_to_one_thing_by_a_user_who_has_all_rights_disconnects_nothing() {
        try (var refusing = refusing("POST", Said.no(403, "rest_cannot_edit", "Sorry"))) {
            access().set("root", refusing.address().resolve("/wp-json/").toString());
            assertThat(wordpress.publish(access(), parcel()))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.fault().code()).isEqualTo("wordpress.may-not"));
        }
        try (var refusing = refusing("POST", Said.CANNOT_CREATE)) {
            access().set("root", refusing.address().resolve("/wp-json/").toString());
            assertThat(wordpress.publish(access(), parcel())).isInstanceOf(RetryAfter.class);
        }
    }

    private RecordedNetwork refusing(String method, Recording no) {
        return new RecordedNetwork(
                request -> request.method().equals(method) ? no : recorded.answer(request), Said.limited());
    }

    @Test
    void a_category_that_may_not_be_made_is_named_and_nothing_is_published() throws Exception {
        recorded.mayMakeTerms = false;
        recorded.terms.put("categories Kahvi &amp; tee", 7L);
        assertThat(wordpress.publish(access(), parcel(categories("Olematon"))))
                .isInstanceOfSatisfying(Rejected.class, no -> {
                    assertThat(no.fault().code()).isEqualTo("wordpress.category");
                    assertThat(no.fault().detail()).isEqualTo("Olematon");
                });
        assertThat(recorded.posts).isEmpty();
        var sent = ((Published) wordpress.publish(access(), parcel(categories("kahvi & Tee")))).sent();
        assertThat(recorded.post(number(sent)).path("categories").toString()).isEqualTo("[7]");
    }

    private static Message categories(String name) {
        return new Message("", "Kategoriassa", List.of(), null, null, List.of(), List.of(), "", List.of(name));
    }

    @Test
    void a_post_that_waits_for_a_review_is_pending_and_sent_no_second_time() {
        try (var reviewing = new RecordedNetwork(
                request -> {
                    var answer = recorded.answer(request);
                    if (request.path().contains("wp/v2/posts/")) {
                        recorded.posts.values().forEach(post -> post.put("status", "pending"));
                        return answer.with("status", "pending");
                    }
                    return answer;
                },
                Said.limited())) {
            access().set("root", reviewing.address().resolve("/wp-json/").toString());
            var parcel = parcel();
            assertThat(wordpress.publish(access(), parcel)).isInstanceOf(PublishOutcome.Pending.class);
            assertThat(wordpress.publish(access(), parcel)).isInstanceOf(PublishOutcome.Pending.class);
            assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.CannotTell.class);
            assertThat(recorded.posts).hasSize(1);
        }
    }

    @Test
    void a_draft_that_was_cut_off_is_taken_up_again_and_nobody_saw_it() throws Exception {
        var parcel = parcel();
        try (var cutting = new RecordedNetwork(
                request -> {
                    var answer = recorded.answer(request);
                    if (request.method().equals("POST")) {
                        throw new IOException("cut");
                    }
                    return answer;
                },
                Said.limited())) {
            access().set("root", cutting.address().resolve("/wp-json/").toString());
            assertThat(wordpress.publish(access(), parcel)).isInstanceOf(RetryAfter.class);
            assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.Absent.class);
        }
        given(Situation.WELL);
        assertThat(wordpress.publish(access(), parcel)).isInstanceOf(Published.class);
        assertThat(recorded.posts).hasSize(1);
    }
}
