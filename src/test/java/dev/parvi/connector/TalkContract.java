package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Rejected;
import dev.parvi.connector.PublishOutcome.Unknown;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.Reads.Talk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector that reads, answers and moderates keeps besides. Its class extends this instead of the other. */
// limit: 400 because each promise stands here beside the others
@Timeout(180)
public abstract class TalkContract extends ConnectorContract {

    /** What goes wrong at the next call that reads; at {@link #WELL} whatever was set before ends. */
    public enum Trouble {
        WELL,
        /** It asks for a pause. */
        LIMITING,
        /** The connection is cut before the answer. */
        CUT,
        FAULTY,
        /** It answers with what is no answer. */
        GARBAGE,
        /** Nobody listens at its address. */
        AWAY,
        /** The access token is no longer taken, renewing works. */
        TOKEN_EXPIRED,
        PERMISSION_GONE
    }

    private static final int PAGES_MOST = 200;

    protected abstract void reading(Trouble trouble) throws Exception;

    /** Somebody else says something under our post; answers what the network calls it. @param parent null for the post itself */
    protected abstract String said(Sent under, String parent, String text) throws Exception;

    /** Who said it takes it back. */
    protected abstract void takenBack(String id) throws Exception;

    /** Who said it changes it; false where nobody can on this network. */
    protected abstract boolean changed(String id, String text) throws Exception;

    /** Whether who speaks in {@link #said} is kept out now. */
    protected abstract boolean blocked() throws Exception;

    /** Waits until the network shows what was done. */
    protected void settled() throws Exception {}

    /** Some troubles can't be on some networks. */
    protected boolean canBe(Trouble trouble) {
        return true;
    }

    /** A figure that the network shows beside each post. */
    protected Figure figure() {
        return Figure.LIKES;
    }

    /** How many things are said in the test of many: more than the network shows at once, where that is feasible. */
    protected int many() {
        return 12;
    }

    private Reads reads() {
        assumeTrue(connector() instanceof Reads, "this network isn't read");
        return (Reads) connector();
    }

    private Replies replies() {
        assumeTrue(connector() instanceof Replies, "this network takes no answers");
        return (Replies) connector();
    }

    private Moderates moderates(Act act) {
        assumeTrue(
                connector() instanceof Moderates moderates && moderates.acts().contains(act),
                () -> "nobody does " + act + " on this network");
        return (Moderates) connector();
    }

    private Sent post() throws Exception {
        var outcome = ((Publishes) connector()).publish(access(), parcel());
        settled();
        return ((Published) outcome).sent();
    }

    /** Where a reading ended, and what it brought. */
    private record Read(List<Heard> heard, String cursor) {
        Map<String, Heard> under(Sent post) {
            var byId = new LinkedHashMap<String, Heard>();
            heard.stream().filter(each -> each.root().equals(post.id())).forEach(each -> byId.put(each.id(), each));
            return byId;
        }
    }

    private Read readOn(String from) throws Exception {
        settled();
        var heard = new ArrayList<Heard>();
        var cursor = from;
        for (var page = 0; page < PAGES_MOST; page++) {
            var news = reads().news(access(), cursor);
            heard.addAll(news.heard());
            cursor = news.cursor();
            if (!news.more()) {
                return new Read(heard, cursor);
            }
        }
        throw new AssertionError("reading doesn't end");
    }

    private Talk talk(Sent post) throws Exception {
        settled();
        return reads().talk(access(), post.id());
    }

    private Map<String, Heard> below(Sent post) throws Exception {
        return talk(post).heard().stream().collect(Collectors.toMap(Heard::id, Function.identity()));
    }

    @Test
    void everything_that_is_said_is_heard_over_all_pages_in_its_place() throws Exception {
        var post = post();
        var said = new LinkedHashMap<String, String>();
        var one = said(post, null, "Ensimmäinen ☕");
        var two = said(post, one, "Второй, под первым");
        said.put(one, "Ensimmäinen ☕");
        said.put(two, "Второй, под первым");
        for (var i = 0; i < many(); i++) {
            said.put(said(post, null, "Nro " + i), "Nro " + i);
        }
        var heard = readOn("").under(post);
        assertThat(heard.values()).allSatisfy(each -> {
            assertThat(each.standing()).isEqualTo(Standing.SHOWN);
            assertThat(each.speaker().us()).isFalse();
            assertThat(each.speaker().id()).isNotBlank();
            assertThat(each.address().isAbsolute()).isTrue();
        });
        assertThat(heard.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().text())))
                .isEqualTo(said);
        assertThat(heard.get(one).parent()).isNull();
        assertThat(heard.get(two).parent()).isEqualTo(one);
    }

    @Test
    void what_is_said_after_a_reading_is_heard_by_the_next() throws Exception {
        var post = post();
        said(post, null, "Ennen");
        var read = readOn("");
        var after = said(post, null, "Jälkeen");
        assertThat(readOn(read.cursor()).under(post)).containsKey(after);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIMITING", "CUT", "FAULTY", "GARBAGE", "AWAY"})
    void a_reading_that_breaks_off_says_why_and_misses_nothing_when_it_is_repeated(Trouble trouble) throws Exception {
        assumeTrue(canBe(trouble), () -> "this network knows no " + trouble);
        var post = post();
        var before = readOn("");
        var said = said(post, null, "Sanottu");
        settled();
        reading(trouble);
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> reads().news(access(), before.cursor()));
        assertThat(failed).isNotNull();
        assertThat(failed.reauth()).as("a passing fault never disconnects").isFalse();
        assertThat(failed.after().isPositive()).isEqualTo(trouble == Trouble.LIMITING);
        reading(trouble);
        assertThat(catchThrowableOfType(ConnectorFailed.class, () -> reads().talk(access(), post.id())))
                .isNotNull();
        reading(Trouble.WELL);
        assertThat(readOn(before.cursor()).under(post)).containsOnlyKeys(said);
        assertThat(below(post)).containsOnlyKeys(said);
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_reading_goes_on() throws Exception {
        assumeTrue(canBe(Trouble.TOKEN_EXPIRED));
        var post = post();
        var said = said(post, null, "Sanottu");
        settled();
        reading(Trouble.TOKEN_EXPIRED);
        assertThat(readOn("").under(post)).containsOnlyKeys(said);
        assertThat(access().renewals()).isEqualTo(1);
    }

    @Test
    void permission_that_is_gone_is_said_so_when_reading() throws Exception {
        assumeTrue(canBe(Trouble.PERMISSION_GONE));
        reading(Trouble.PERMISSION_GONE);
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> reads().news(access(), ""));
        assertThat(failed.reauth()).isTrue();
    }

    @Test
    void a_talk_has_its_head_its_figures_and_everything_below_at_any_depth() throws Exception {
        var post = post();
        var chain = new ArrayList<String>();
        for (var level = 0; level < 12; level++) {
            chain.add(said(post, chain.isEmpty() ? null : chain.getLast(), "Taso " + level));
        }
        var talk = talk(post);
        assertThat(talk.whole()).isTrue();
        assertThat(talk.head()).isNotNull();
        assertThat(talk.head().id()).isEqualTo(post.id());
        assertThat(talk.head().speaker().us()).isTrue();
        assertThat(talk.heard()).extracting(Heard::id).containsExactlyInAnyOrderElementsOf(chain);
        assertThat(talk.figures()).containsKey(figure());
        var below = below(post);
        for (var level = 1; level < chain.size(); level++) {
            assertThat(below.get(chain.get(level)).parent()).isEqualTo(chain.get(level - 1));
        }
    }

    @Test
    void what_was_changed_keeps_its_name_and_brings_its_new_words() throws Exception {
        var post = post();
        var said = said(post, null, "Ensin näin");
        var read = readOn("");
        assumeTrue(changed(said, "Sitten näin"), "nobody changes anything on this network");
        assertThat(below(post).get(said).text()).isEqualTo("Sitten näin");
        assertThat(readOn(read.cursor()).under(post).get(said).text()).isEqualTo("Sitten näin");
    }

    @Test
    void what_was_taken_back_is_no_longer_shown_and_the_rest_is() throws Exception {
        var post = post();
        var stays = said(post, null, "Jää");
        var goes = said(post, null, "Menee");
        readOn("");
        takenBack(goes);
        var talk = talk(post);
        assertThat(talk.whole()).as("only then is what's missing gone").isTrue();
        assertThat(standing(talk, goes)).isIn("DELETED", "MISSING");
        assertThat(standing(talk, stays)).isEqualTo("SHOWN");
    }

    @Test
    void an_answer_to_what_was_taken_back_is_not_gone_with_it() throws Exception {
        var post = post();
        var goes = said(post, null, "Menee");
        var answer = said(post, goes, "Jää yksin");
        readOn("");
        takenBack(goes);
        var talk = talk(post);
        var standing = standing(talk, answer);
        if (standing.equals("MISSING")) {
            assertThat(reads().apart(access(), post.id(), List.of(answer, goes)))
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(answer))
                    .satisfies(each -> assertThat(each.standing()).isEqualTo(Standing.SHOWN));
        } else {
            assertThat(standing).isEqualTo("SHOWN");
        }
    }

    @Test
    void an_answer_stands_once_below_what_it_answers_and_is_ours() throws Exception {
        var post = post();
        var said = said(post, null, "Mihin aikaan aukeaa?");
        var parcel = answering(below(post).get(said).sent(), Message.of("Kahdeksalta " + System.nanoTime()));
        var sent = ((Published) replies().reply(access(), parcel)).sent();
        assertThat(((Finds) connector()).find(access(), parcel)).isEqualTo(new Finding.Found(sent));
        var heard = below(post).get(sent.id());
        assertThat(heard.speaker().us()).isTrue();
        assertThat(heard.parent()).isEqualTo(said);
        assertThat(heard.text()).isEqualTo(parcel.message().text());
        var back = said(post, sent.id(), "Kiitos!");
        assertThat(below(post).get(back).parent()).isEqualTo(sent.id());
    }

    @Test
    void an_answer_to_our_own_post_stands_below_it() throws Exception {
        var post = post();
        var parcel = answering(post, Message.of("Lisäys " + System.nanoTime()));
        var sent = ((Published) replies().reply(access(), parcel)).sent();
        assertThat(below(post)).containsOnlyKeys(sent.id());
    }

    @Test
    void an_answer_that_the_network_never_takes_is_rejected_and_is_not_there() throws Exception {
        var post = post();
        var said = said(post, null, "Kysymys");
        var parcel = answering(below(post).get(said).sent(), refused());
        assertThat(replies().reply(access(), parcel)).isInstanceOf(Rejected.class);
        assertThat(((Finds) connector()).find(access(), parcel)).isInstanceOf(Finding.Absent.class);
        assertThat(below(post)).containsOnlyKeys(said);
    }

    @Test
    void an_answer_whose_outcome_was_lost_is_found_and_never_doubled() throws Exception {
        assumeTrue(canBe(Situation.CUT_AFTER_ACCEPTANCE));
        var post = post();
        var said = below(post, said(post, null, "Kysymys"));
        given(Situation.CUT_AFTER_ACCEPTANCE);
        var parcel = answering(said.sent(), Message.of("Vastaus " + System.nanoTime()));
        assertThat(replies().reply(access(), parcel)).isInstanceOf(Unknown.class);
        given(Situation.WELL);
        assertThat(((Finds) connector()).find(access(), parcel)).isInstanceOf(Finding.Found.class);
        if (connector().descriptor().dedupes()) {
            assertThat(replies().reply(access(), parcel)).isInstanceOf(Published.class);
        }
        assertThat(below(post).values())
                .filteredOn(each -> each.text().equals(parcel.message().text()))
                .hasSize(1);
    }

    @Test
    void the_same_answer_sent_again_is_told_the_same_place_where_the_network_dedupes() throws Exception {
        assumeTrue(connector().descriptor().dedupes());
        var post = post();
        var said = below(post, said(post, null, "Kysymys"));
        var parcel = answering(said.sent(), Message.of("Vastaus " + System.nanoTime()));
        assertThat(replies().reply(access(), parcel)).isEqualTo(replies().reply(access(), parcel));
        assertThat(below(post)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"HOLD", "HIDE", "SPAM", "DELETE"})
    void an_act_of_moderation_is_seen_done_twice_is_done_once_and_is_taken_back(Act act) throws Exception {
        var moderates = moderates(act);
        var post = post();
        var other = said(post, null, "Viereinen");
        var said = below(post, said(post, null, "Kohde"));
        moderates.moderate(access(), act, said.sent(), said.speaker());
        moderates.moderate(access(), act, said.sent(), said.speaker());
        var expected = switch (act) {
            case HOLD -> Set.of("HELD");
            case HIDE -> Set.of("HIDDEN");
            case SPAM -> Set.of("SPAM");
            default -> Set.of("DELETED", "MISSING");
        };
        assertThat(standing(talk(post), said.id())).isIn(expected);
        assertThat(standing(talk(post), other)).isEqualTo("SHOWN");
        assumeTrue(moderates.acts().contains(act.opposite()), "it can't be taken back here");
        moderates.moderate(access(), act.opposite(), said.sent(), said.speaker());
        moderates.moderate(access(), act.opposite(), said.sent(), said.speaker());
        assertThat(standing(talk(post), said.id())).isEqualTo("SHOWN");
        assertThat(below(post).get(said.id()).text()).isEqualTo("Kohde");
    }

    @Test
    void who_is_blocked_is_kept_out_until_let_in_again() throws Exception {
        var moderates = moderates(Act.BLOCK);
        var post = post();
        var said = below(post, said(post, null, "Rumaa puhetta"));
        assertThat(blocked()).isFalse();
        moderates.moderate(access(), Act.BLOCK, said.sent(), said.speaker());
        moderates.moderate(access(), Act.BLOCK, said.sent(), said.speaker());
        settled();
        assertThat(blocked()).isTrue();
        moderates.moderate(access(), Act.UNBLOCK, said.sent(), said.speaker());
        moderates.moderate(access(), Act.UNBLOCK, said.sent(), said.speaker());
        settled();
        assertThat(blocked()).isFalse();
    }

    private Heard below(Sent post, String id) throws Exception {
        return below(post).get(id);
    }

    private static String standing(Talk talk, String id) {
        return talk.heard().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.standing().name())
                .findFirst()
                .orElse("MISSING");
    }

    protected Parcel answering(Sent answered, Message message) {
        var plain = parcel(message);
        return new Parcel(plain.number(), plain.key(), plain.madeAt(), message, List.of(), answered, false);
    }
}
