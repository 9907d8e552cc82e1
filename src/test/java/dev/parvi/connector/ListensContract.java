package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Listens.Aim;
import dev.parvi.connector.Listens.Kind;
import dev.parvi.connector.Listens.Post;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.TalkContract.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector that listens keeps. Its class extends this besides the one of the contract for what it publishes. */
@Timeout(120)
public abstract class ListensContract {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 900_000);
    private static final int PAGES_MOST = 200;

    protected abstract Connector connector();

    /** The account that reads; the same throughout one test. */
    protected abstract KeptAccess access();

    /** What goes wrong at the next call that reads; at {@link Trouble#WELL} whatever was set before ends. */
    protected abstract void reading(Trouble trouble) throws Exception;

    /** Somebody posts; answers what the network calls it. */
    protected abstract String posted(String text) throws Exception;

    /** What a member types to follow who posts. */
    protected abstract String who();

    /** What nobody can follow. */
    protected abstract String nobody();

    /** Waits until the network shows what was done. */
    protected void settled() throws Exception {}

    protected boolean canBe(Trouble trouble) {
        return true;
    }

    /** How many things are posted in the test of many: more than the network shows at once. */
    protected int many() {
        return 12;
    }

    private Listens listens() {
        return (Listens) connector();
    }

    /** A word that nobody has said yet. */
    private static String word() {
        return "kahvi" + Long.toString(NUMBER.incrementAndGet(), 36) + "x";
    }

    private Aim aim(Kind kind, String word) throws Exception {
        assumeTrue(listens().offers().stream().anyMatch(each -> each.kind() == kind), () -> "no " + kind + " here");
        var typed = switch (kind) {
            case ACCOUNT -> who();
            case TAG -> "#" + word;
            case SEARCH, PHRASE -> word;
        };
        return listens().aim(access(), kind, typed);
    }

    private static String saying(String word, Object what) {
        return "Hyvää #" + word + " nro " + what;
    }

    /** Where a reading ended, and what it brought. */
    private record Read(List<Post> posts, String cursor) {
        Set<String> of(Set<String> ids) {
            var found = new LinkedHashSet<String>();
            posts.stream().map(each -> each.said().id()).filter(ids::contains).forEach(found::add);
            return found;
        }
    }

    private Read readOn(Aim aim, String from) throws Exception {
        settled();
        var posts = new ArrayList<Post>();
        var cursor = from;
        for (var page = 0; page < PAGES_MOST; page++) {
            var caught = listens().listen(access(), aim, cursor);
            posts.addAll(caught.posts());
            cursor = caught.cursor();
            if (!caught.more()) {
                return new Read(posts, cursor);
            }
        }
        throw new AssertionError("reading doesn't end");
    }

    @Test
    void what_is_offered_is_offered_once_each_with_its_limit() {
        assertThat(listens().offers()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(listens().offers()).extracting(Listens.Offer::kind).doesNotHaveDuplicates();
        assertThat(listens().offers()).allMatch(each -> each.limit() > 0);
        assertThat(listens().listening().calls()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everything_that_is_said_is_found_once_over_all_pages(Kind kind) throws Exception {
        var word = word();
        var aim = aim(kind, word);
        var said = new LinkedHashMap<String, String>();
        for (var i = 0; i < many(); i++) {
            said.put(posted(saying(word, i)), saying(word, i));
        }
        posted("Muuta puhetta");
        var found = new ArrayList<Post>();
        readOn(aim, "").posts().stream()
                .filter(each -> said.containsKey(each.said().id()))
                .forEach(found::add);
        assertThat(found).extracting(each -> each.said().id()).doesNotHaveDuplicates();
        assertThat(found).extracting(each -> each.said().text()).containsExactlyInAnyOrderElementsOf(said.values());
        assertThat(found).allSatisfy(each -> {
            assertThat(each.said().kind()).isEqualTo(Heard.Kind.FOUND);
            assertThat(each.said().speaker().us()).isFalse();
            assertThat(each.said().speaker().id()).isNotBlank();
            assertThat(each.said().address().isAbsolute()).isTrue();
            assertThat(each.said().at()).isAfter(Instant.EPOCH);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SEARCH", "TAG", "PHRASE"})
    void what_was_not_aimed_at_is_not_found(Kind kind) throws Exception {
        var word = word();
        var aim = aim(kind, word);
        var other = posted(saying(word(), "muu"));
        var right = posted(saying(word, "oikea"));
        assertThat(readOn(aim, "").posts())
                .extracting(each -> each.said().id())
                .contains(right)
                .doesNotContain(other);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_said_while_it_reads_and_after_is_found_by_the_next_reading(Kind kind) throws Exception {
        var word = word();
        var aim = aim(kind, word);
        var said = new HashSet<String>();
        for (var i = 0; i < many(); i++) {
            said.add(posted(saying(word, i)));
        }
        settled();
        var found = new HashSet<String>();
        var cursor = "";
        var during = 0;
        for (var more = true; more; ) {
            var caught = listens().listen(access(), aim, cursor);
            caught.posts().forEach(each -> found.add(each.said().id()));
            cursor = caught.cursor();
            more = caught.more();
            if (during++ < 3) {
                said.add(posted(saying(word, "kesken " + during)));
                settled();
            }
        }
        said.add(posted(saying(word, "jälkeen")));
        readOn(aim, cursor).posts().forEach(each -> found.add(each.said().id()));
        assertThat(found).containsAll(said);
    }

    @Test
    void a_cursor_that_makes_no_sense_begins_anew() throws Exception {
        var word = word();
        var aim = aim(Kind.SEARCH, word);
        var said = Set.of(posted(saying(word, 1)), posted(saying(word, 2)));
        for (var garbage : List.of("x", "999999999999999999999", "3 {", "{\"page\":", "0 {\"read\":\"yesterday\"}")) {
            assertThat(readOn(aim, garbage).of(said)).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIMITING", "CUT", "FAULTY", "GARBAGE", "AWAY"})
    void a_reading_that_breaks_off_says_why_and_misses_nothing_when_it_is_repeated(Trouble trouble) throws Exception {
        assumeTrue(canBe(trouble), () -> "this network knows no " + trouble);
        for (var kind : List.of(Kind.SEARCH, Kind.ACCOUNT)) {
            reading(Trouble.WELL);
            var word = word();
            var aim = aim(kind, word);
            var before = readOn(aim, "");
            var said = Set.of(posted(saying(word, "sanottu")));
            settled();
            reading(trouble);
            var failed =
                    catchThrowableOfType(ConnectorFailed.class, () -> listens().listen(access(), aim, before.cursor()));
            assertThat(failed).isNotNull();
            assertThat(failed.reauth()).as("a passing fault never disconnects").isFalse();
            assertThat(failed.after().isPositive()).isEqualTo(trouble == Trouble.LIMITING);
            reading(Trouble.WELL);
            assertThat(readOn(aim, before.cursor()).of(said)).isEqualTo(said);
        }
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_reading_goes_on() throws Exception {
        assumeTrue(canBe(Trouble.TOKEN_EXPIRED));
        var word = word();
        var aim = aim(Kind.SEARCH, word);
        var said = Set.of(posted(saying(word, 1)));
        settled();
        reading(Trouble.TOKEN_EXPIRED);
        assertThat(readOn(aim, "").of(said)).isEqualTo(said);
        assertThat(access().renewals()).isEqualTo(1);
    }

    @Test
    void permission_that_is_gone_is_said_so() throws Exception {
        assumeTrue(canBe(Trouble.PERMISSION_GONE));
        var aim = aim(Kind.SEARCH, word());
        reading(Trouble.PERMISSION_GONE);
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> listens().listen(access(), aim, ""));
        assertThat(failed.reauth()).isTrue();
    }

    @Test
    void what_cannot_be_followed_is_said_at_the_field() {
        for (var typed : List.of("", "  ", nobody())) {
            var failed =
                    catchThrowableOfType(ConnectorFailed.class, () -> listens().aim(access(), Kind.ACCOUNT, typed));
            assertThat(failed).as("typed: " + typed).isNotNull();
            assertThat(failed.field()).isEqualTo(Listens.TYPED);
            assertThat(failed.reauth()).isFalse();
        }
    }

    @Test
    void what_was_found_is_answered_once_by_what_it_carries() throws Exception {
        assumeTrue(
                connector() instanceof Replies replies && replies.answerable().contains(Heard.Kind.FOUND));
        var word = word();
        var id = posted(saying(word, "kysymys?"));
        var found = readOn(aim(Kind.SEARCH, word), "").posts().stream()
                .map(Post::said)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        var number = NUMBER.incrementAndGet();
        var madeAt = Instant.ofEpochMilli(System.currentTimeMillis());
        var parcel = new Parcel(
                number,
                "listens-" + number + "-" + madeAt,
                madeAt,
                Message.of("Vastaus " + number),
                List.of(),
                found.sent(),
                false);
        var outcome = ((Replies) connector()).reply(access(), parcel);
        assertThat(outcome).isInstanceOf(Published.class);
        assertThat(((Finds) connector()).find(access(), parcel))
                .isEqualTo(new Finding.Found(((Published) outcome).sent()));
    }
}
