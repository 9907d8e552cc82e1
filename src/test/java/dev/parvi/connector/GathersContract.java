package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parvi.connector.Gathers.Follower;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector that reads followers keeps. Its class extends this besides the one of the contract for what it publishes. */
@Timeout(120)
public abstract class GathersContract {

    private static final int PAGES_MOST = 200;

    protected abstract Connector connector();

    /** The account that reads; the same throughout one test. */
    protected abstract KeptAccess access();

    /** What goes wrong at the next call that reads; at {@link Trouble#WELL} whatever was set before ends. */
    protected abstract void reading(Trouble trouble) throws Exception;

    /** Somebody begins to follow; answers the network's lasting name of them. */
    protected abstract String joins(String name, String about) throws Exception;

    protected abstract void leaves(String id) throws Exception;

    /** Whether the network shows what its people say of themselves. */
    protected boolean tellsAbout() {
        return true;
    }

    protected boolean canBe(Trouble trouble) {
        return true;
    }

    /** Waits until the network shows what was done. */
    protected void settled() throws Exception {}

    /** How many join in the test of many: more than the network shows at once. */
    protected abstract int many();

    private Gathers gathers() {
        return (Gathers) connector();
    }

    private List<Follower> all(String from) throws Exception {
        settled();
        var found = new ArrayList<Follower>();
        var cursor = from;
        for (var page = 0; page < PAGES_MOST; page++) {
            var crowd = gathers().followers(access(), cursor);
            assertThat(crowd.followers()).hasSizeLessThanOrEqualTo(Gathers.PAGE_MOST);
            found.addAll(crowd.followers());
            if (!crowd.more()) {
                return found;
            }
            cursor = crowd.cursor();
        }
        throw new AssertionError("reading doesn't end");
    }

    @Test
    void everybody_is_found_over_all_pages() throws Exception {
        var joined = new LinkedHashMap<String, String>();
        for (var i = 0; i < many(); i++) {
            joined.put(joins("Seuraaja " + i, "Kahvin ystävä nro " + i), "Kahvin ystävä nro " + i);
        }
        var found = new LinkedHashMap<String, Follower>();
        all("").forEach(each -> found.put(each.id(), each));
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(joined.keySet());
        assertThat(found.values()).allSatisfy(each -> {
            assertThat(each.id()).isNotBlank();
            assertThat(each.name() + each.handle()).isNotBlank();
            if (tellsAbout()) {
                assertThat(each.about()).isEqualTo(joined.get(each.id()));
            }
        });
        assertThat(gathers().gathering().calls()).isPositive();
    }

    @Test
    void who_joins_or_leaves_is_there_or_not_in_the_next_reading_and_keeps_the_name() throws Exception {
        var stays = joins("Pysyvä", "Täällä");
        var goes = joins("Lähtijä", "Pian poissa");
        assertThat(all("")).extracting(Follower::id).containsExactlyInAnyOrder(stays, goes);
        leaves(goes);
        var comes = joins("Tulija", "Juuri tullut");
        assertThat(all("")).extracting(Follower::id).containsExactlyInAnyOrder(stays, comes);
    }

    @Test
    void who_leaves_meanwhile_hides_nobody_who_stays() throws Exception {
        var stay = new HashSet<String>();
        var first = "";
        for (var i = 0; i < many(); i++) {
            var id = joins("Seuraaja " + i, "Mukana " + i);
            first = first.isEmpty() ? id : first;
            stay.add(id);
        }
        stay.remove(first);
        settled();
        var page = gathers().followers(access(), "");
        leaves(first);
        var found = new HashSet<String>();
        page.followers().forEach(each -> found.add(each.id()));
        all(page.cursor()).forEach(each -> found.add(each.id()));
        assertThat(found).containsAll(stay);
    }

    @Test
    void a_cursor_that_makes_no_sense_never_passes_for_a_whole_reading_of_nobody() throws Exception {
        var there = joins("Ainoa", "Yksin");
        for (var garbage : List.of("x", "{}", "999999999999999999999")) {
            try {
                assertThat(all(garbage)).as(garbage).extracting(Follower::id).contains(there);
            } catch (ConnectorFailed refused) {
                assertThat(refused.reauth()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIMITING", "CUT", "FAULTY", "GARBAGE", "AWAY"})
    void a_reading_that_breaks_off_says_why_and_misses_nobody_when_it_is_repeated(Trouble trouble) throws Exception {
        assumeTrue(canBe(trouble), () -> "this network knows no " + trouble);
        var there = joins("Odottaja", "Odottaa");
        settled();
        reading(trouble);
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> gathers().followers(access(), ""));
        assertThat(failed).isNotNull();
        assertThat(failed.reauth()).as("a passing fault never disconnects").isFalse();
        assertThat(failed.after().isPositive()).isEqualTo(trouble == Trouble.LIMITING);
        reading(Trouble.WELL);
        assertThat(all("")).extracting(Follower::id).containsExactly(there);
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_reading_goes_on() throws Exception {
        assumeTrue(canBe(Trouble.TOKEN_EXPIRED));
        var there = joins("Odottaja", "Odottaa");
        settled();
        reading(Trouble.TOKEN_EXPIRED);
        assertThat(all("")).extracting(Follower::id).containsExactly(there);
        assertThat(access().renewals()).isEqualTo(1);
    }

    @Test
    void permission_that_is_gone_is_said_so() throws Exception {
        assumeTrue(canBe(Trouble.PERMISSION_GONE));
        reading(Trouble.PERMISSION_GONE);
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> gathers().followers(access(), ""));
        assertThat(failed.reauth()).isTrue();
    }
}
