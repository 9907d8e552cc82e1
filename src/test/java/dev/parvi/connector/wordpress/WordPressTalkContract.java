package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Message;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Rejected;
import dev.parvi.connector.PublishOutcome.Unknown;
import dev.parvi.connector.Reads;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.Sent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same, for what is said below posts: read, answered, moderated. */
abstract class WordPressTalkContract extends WordPressContract {

    private static final Heard.Speaker SOMEBODY = new Heard.Speaker("", "Liisa", "", null, false);

    <B extends Blog & RecordedNetwork.Playing> WordPressTalkContract(B blog) {
        super(blog);
    }

    Parcel answering(String words, Sent answered) {
        return answering(parcel(Message.of(words)), answered);
    }

    static Parcel answering(Parcel parcel, @Nullable Sent answered) {
        return new Parcel(parcel.number(), parcel.key(), parcel.madeAt(), parcel.message(), List.of(), answered, false);
    }

    Reads.Talk talk(long post) throws ConnectorFailed {
        return wordpress.talk(access(), root(post).id());
    }

    Heard heard(long post, long comment) throws ConnectorFailed {
        return talk(post).heard().stream()
                .filter(each -> each.id().equals(comment(comment).id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_first_comment_stands_below_its_post() throws Exception {
        var post = published(parcel());
        var parcel = parcel(Message.of("Ensimmäinen <kommentti> & linkki https://example.org/"));
        var first =
                new Parcel(parcel.number(), parcel.key(), parcel.madeAt(), parcel.message(), List.of(post), null, true);
        var said = published(first);
        assertThat(published(first)).isEqualTo(said);
        assertThat(wordpress.find(access(), first)).isEqualTo(new Finding.Found(said));
        var heard = talk(number(post)).heard();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().text()).isEqualTo(parcel.message().text());
        assertThat(heard.getFirst().parent()).isNull();
    }

    @Test
    void comments_of_every_state_come_in_with_their_place_and_speaker() throws Exception {
        var post = post();
        var standings = new HashMap<Long, Standing>();
        var held = blog.visitor(post, 0, "Liisa", "Odottaa & \"odottaa\"");
        standings.put(held, Standing.HELD);
        for (var each : Map.of("approve", Standing.SHOWN, "spam", Standing.SPAM, "trash", Standing.DELETED)
                .entrySet()) {
            var comment = blog.visitor(post, held, "Liisa", "Nyt " + each.getKey());
            blog.status(comment, each.getKey().equals("approve") ? "approved" : each.getKey());
            standings.put(comment, each.getValue());
        }
        for (var heard :
                List.of(talk(post).heard(), wordpress.news(access(), "").heard())) {
            standings.forEach((id, standing) -> assertThat(heard)
                    .filteredOn(each -> each.id().equals(comment(id).id()))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.standing()).isEqualTo(standing);
                        assertThat(each.root()).isEqualTo(root(post).id());
                        assertThat(each.parent())
                                .isEqualTo(id == held ? null : comment(held).id());
                        assertThat(each.speaker().name()).isEqualTo("Liisa");
                        assertThat(each.speaker().us()).isFalse();
                    }));
        }
        var talk = talk(post);
        assertThat(talk.whole()).isTrue();
        assertThat(talk.figures()).containsEntry(Reads.Figure.REPLIES, 1L);
        assertThat(talk.heard().stream().map(each -> each.speaker().id()).distinct())
                .hasSize(1)
                .noneMatch(id -> id.contains("@"));
    }

    @Test
    void an_edit_shows_in_the_talk_and_what_was_erased_is_missing_from_a_whole_one() throws Exception {
        var post = post();
        var one = blog.visitor(post, 0, "Liisa", "Ensin");
        var two = blog.visitor(post, 0, "Liisa", "Poistuu");
        blog.rewrite(one, "Sitten &lt;b&gt; <a href=\"https://example.org/x\" rel=\"nofollow\">tänne</a>\n\nLoppu");
        blog.erase(two);
        var talk = talk(post);
        assertThat(talk.whole()).isTrue();
        assertThat(talk.heard())
                .singleElement()
                .satisfies(heard ->
                        assertThat(heard.text()).isEqualTo("Sitten <b> tänne (https://example.org/x)\n\nLoppu"));
        var head = talk.head();
        assertThat(head).isNotNull();
        assertThat(head.speaker().us()).isTrue();
        assertThat(head.id()).isEqualTo(root(post).id());
    }

    @Test
    void news_go_on_where_they_ended() throws Exception {
        var post = post();
        blog.visitor(post, 0, "Liisa", "Vanha");
        var news = wordpress.news(access(), "");
        while (news.more()) {
            news = wordpress.news(access(), news.cursor());
        }
        var fresh = blog.visitor(post, 0, "Liisa", "Uusi");
        var more = wordpress.news(access(), news.cursor());
        assertThat(more.heard()).extracting(Heard::id).contains(comment(fresh).id());
        assertThat(more.more()).isFalse();
        assertThat(more.cursor()).isNotEqualTo(news.cursor());
        assertThat(wordpress.news(access(), more.cursor()).cursor()).isEqualTo(more.cursor());
    }

    @Test
    void a_talk_below_a_post_that_is_gone_has_no_head() throws Exception {
        var parcel = parcel();
        var sent = published(parcel);
        blog.visitor(number(sent), 0, "Liisa", "Jää roikkumaan");
        wordpress.delete(access(), sent);
        assertThat(talk(number(sent)).head()).isNull();
        assertThat(talk(999_999_999).whole()).isTrue();
        assertThat(talk(999_999_999).head()).isNull();
    }

    @Test
    void an_answer_is_said_once_however_often_it_is_sent() throws Exception {
        var post = post();
        var asked = blog.visitor(post, 0, "Liisa", "Milloin?");
        var parcel = answering("Huomenna <3 & \"aamulla\"\n\nTervetuloa!", comment(asked));
        assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.Absent.class);
        var sent = ((Published) wordpress.reply(access(), parcel)).sent();
        assertThat(wordpress.reply(access(), parcel)).isEqualTo(new Published(sent));
        assertThat(wordpress.find(access(), parcel)).isEqualTo(new Finding.Found(sent));
        var said = heard(post, number(sent));
        assertThat(said.text()).isEqualTo(parcel.message().text());
        assertThat(said.parent()).isEqualTo(comment(asked).id());
        assertThat(said.speaker().us()).isTrue();
        assertThat(said.standing()).isEqualTo(Standing.SHOWN);
        wordpress.delete(access(), sent);
        assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.Absent.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trick.class,
            names = {"CUT_AFTER", "ERROR_AFTER", "GARBAGE_AFTER"})
    void an_answer_that_may_have_been_taken_is_unknown_and_then_found(Trick trick) throws Exception {
        var post = post();
        var parcel = answering("Kiitos " + trick, comment(blog.visitor(post, 0, "Liisa", "Hieno " + trick)));
        network.tell(trick, "&author=", 1);
        assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.CannotTell.class);
        network.forget();
        network.tell(trick, "wp/v2/comments/", 1);
        assertThat(wordpress.reply(access(), parcel)).isInstanceOf(PublishOutcome.RetryAfter.class);
        network.forget();
        network.tell(trick, SAYING, 1);
        assertThat(wordpress.reply(access(), parcel)).isInstanceOf(Unknown.class);
        given(Situation.WELL);
        assertThat(wordpress.find(access(), parcel)).isInstanceOf(Finding.Found.class);
        assertThat(wordpress.reply(access(), parcel)).isInstanceOf(Published.class);
        assertThat(talk(post).heard()).hasSize(2);
    }

    @Test
    void the_same_words_by_another_parcel_are_told_apart_and_refused_by_the_blog() throws Exception {
        var post = post();
        var asked = comment(blog.visitor(post, 0, "Liisa", "Kiitos teille"));
        assertThat(wordpress.reply(access(), answering("Kiitos!", asked))).isInstanceOf(Published.class);
        var second = answering("Kiitos!", asked);
        assertThat(wordpress.reply(access(), second))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.fault().code()).isEqualTo("wordpress.duplicate"));
        assertThat(wordpress.find(access(), second)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void nothing_is_said_below_what_is_gone_or_closed() throws Exception {
        var post = post();
        var asked = blog.visitor(post, 0, "Liisa", "Kysymys");
        blog.close(post);
        assertThat(refusal(answering("Myöhässä", comment(asked)))).isEqualTo("wordpress.closed");
        blog.status(asked, "trash");
        assertThat(refusal(answering("Myöhässä", comment(asked)))).isEqualTo("wordpress.gone");
        blog.erase(asked);
        assertThat(refusal(answering("Myöhässä", comment(asked)))).isEqualTo("wordpress.gone");
        var elsewhere = new Sent("https://example.org/", URI.create("https://example.org/"), Map.of());
        assertThat(refusal(answering("Eksyksissä", elsewhere))).isEqualTo("wordpress.gone");
    }

    private String refusal(Parcel parcel) {
        return ((Rejected) wordpress.reply(access(), parcel)).fault().code();
    }

    @Test
    void each_act_of_moderation_is_done_once_or_twice_alike_and_taken_back() throws Exception {
        var post = post();
        var comment = blog.visitor(post, 0, "Liisa", "Moderoitava");
        assertThat(after(post, comment, Act.APPROVE)).isEqualTo(Standing.SHOWN);
        assertThat(after(post, comment, Act.NOT_SPAM)).isEqualTo(Standing.SHOWN);
        assertThat(after(post, comment, Act.HOLD)).isEqualTo(Standing.HELD);
        assertThat(after(post, comment, Act.APPROVE)).isEqualTo(Standing.SHOWN);
        assertThat(after(post, comment, Act.SPAM)).isEqualTo(Standing.SPAM);
        assertThat(after(post, comment, Act.NOT_SPAM)).isEqualTo(Standing.SHOWN);
        assertThat(after(post, comment, Act.DELETE)).isEqualTo(Standing.DELETED);
        assertThat(after(post, comment, Act.RESTORE)).isEqualTo(Standing.SHOWN);
        assertThat(wordpress.acts()).allMatch(act -> wordpress.acts().contains(act.opposite()));
    }

    private Standing after(long post, long comment, Act act) throws ConnectorFailed {
        wordpress.moderate(access(), act, comment(comment), SOMEBODY);
        wordpress.moderate(access(), act, comment(comment), SOMEBODY);
        return heard(post, comment).standing();
    }

    @Test
    void what_was_erased_is_deleted_already_and_can_not_be_restored() throws Exception {
        var comment = blog.visitor(post(), 0, "Liisa", "Katoaa");
        blog.erase(comment);
        wordpress.moderate(access(), Act.DELETE, comment(comment), SOMEBODY);
        var failed = catchThrowableOfType(
                ConnectorFailed.class, () -> wordpress.moderate(access(), Act.RESTORE, comment(comment), SOMEBODY));
        assertThat(failed.fault().code()).isEqualTo("wordpress.gone");
        assertThat(failed.reauth()).isFalse();
    }

    @Test
    void reading_and_moderating_without_permission_asks_for_a_new_sign_in() throws Exception {
        var post = post();
        var comment = blog.visitor(post, 0, "Liisa", "Lukematta");
        given(Situation.PERMISSION_GONE);
        assertThat(catchThrowableOfType(ConnectorFailed.class, () -> wordpress.news(access(), ""))
                        .reauth())
                .isTrue();
        assertThat(catchThrowableOfType(ConnectorFailed.class, () -> talk(post)).reauth())
                .isTrue();
        var failed = catchThrowableOfType(
                ConnectorFailed.class, () -> wordpress.moderate(access(), Act.SPAM, comment(comment), SOMEBODY));
        assertThat(failed.reauth()).isTrue();
        assertThat(failed.fault().code()).isEqualTo("wordpress.revoked");
    }
}
