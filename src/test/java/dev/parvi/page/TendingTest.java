package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.page.Tending.Tended;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TendingTest {

    private static final Visitor MATTI = new Visitor("matti", "203.0.113.9");
    private static final int ALL = 1_000;

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Commenting commenting;

    @Autowired
    Tending tending;

    @Autowired
    Hearing hearing;

    @Autowired
    Arranging arranging;

    @Autowired
    Reading reading;

    @Autowired
    Moderating moderating;

    @Autowired
    Erasing erasing;

    @Autowired
    Comments comments;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Seat seat;
    private Stored post;

    @BeforeEach
    void a_page_that_holds_nothing() {
        seat = given.brand();
        post = Tenant.in(seat.brand(), () -> posting.put("k", PostDraft.of("Kahvia", clock.instant())))
                .orElseThrow();
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "", Rule.NONE));
    }

    @Test
    void each_deed_is_taken_back_by_its_opposite() {
        var said = say("Moi");
        assertThat(after(said, Deed.HOLD)).isEqualTo(Comment.State.HELD);
        assertThat(after(said, Deed.APPROVE)).isEqualTo(Comment.State.SHOWN);
        assertThat(after(said, Deed.HIDE)).isEqualTo(Comment.State.HIDDEN);
        assertThat(after(said, Deed.SPAM)).isEqualTo(Comment.State.SPAM);
        assertThat(after(said, Deed.DELETE)).isEqualTo(Comment.State.DELETED);
        assertThat(after(said, Deed.RESTORE)).isEqualTo(Comment.State.SPAM);
        assertThat(after(said, Deed.NOT_SPAM)).isEqualTo(Comment.State.HIDDEN);
        assertThat(after(said, Deed.UNHIDE)).isEqualTo(Comment.State.SHOWN);
        assertThat(words(said)).isEqualTo("Moi");
    }

    @Test
    void what_was_held_before_it_was_hidden_is_held_again() {
        var said = say("Moi");
        after(said, Deed.HOLD);
        after(said, Deed.HIDE);
        assertThat(after(said, Deed.UNHIDE)).isEqualTo(Comment.State.HELD);
    }

    @Test
    void a_deed_done_twice_is_done_once() {
        var said = say("Moi");
        after(said, Deed.HIDE);
        var change = last();
        assertThat(after(said, Deed.HIDE)).isEqualTo(Comment.State.HIDDEN);
        assertThat(last()).isEqualTo(change);
        assertThat(after(said, Deed.UNHIDE)).isEqualTo(Comment.State.SHOWN);
    }

    @Test
    void what_is_deleted_loses_its_words_for_readers_at_once_and_for_good_after_thirty_days() {
        var said = say("Salaisuus");
        after(said, Deed.DELETE);
        assertThat(words(said)).isEmpty();
        assertThat(tend(said, Deed.HIDE)).isEqualTo(Tended.DELETED);
        clock.pass(Erasing.RESTORABLE.minus(Duration.ofMinutes(1)));
        erasing.eraseAll();
        assertThat(tend(said, Deed.RESTORE)).isEqualTo(Tended.DONE);
        assertThat(words(said)).isEqualTo("Salaisuus");
        after(said, Deed.DELETE);
        clock.pass(Erasing.RESTORABLE.plus(Duration.ofMinutes(1)));
        erasing.eraseAll();
        assertThat(tend(said, Deed.RESTORE)).isEqualTo(Tended.ERASED);
        String kept = Tenant.in(
                seat.brand(),
                () -> transaction.execute(
                        status -> jdbc.sql("select name || text || email from page_comment where id = :id")
                                .param("id", said)
                                .query(String.class)
                                .single()));
        assertThat(kept).isEmpty();
    }

    @Test
    void readers_see_no_words_of_what_is_hidden_or_spam_and_answers_keep_their_place() {
        var said = say("Piiloon");
        var answer = say("Vastaus", said, MATTI);
        after(said, Deed.HIDE);
        var strand = seen().getFirst();
        assertThat(strand.comment().state()).isEqualTo(Comment.State.HIDDEN);
        assertThat(strand.answers()).extracting(each -> each.comment().id()).containsExactly(answer);
        after(answer, Deed.SPAM);
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_blocked_visitor_says_nothing_until_let_in_again() {
        var visitor = HexFormat.of().formatHex(MATTI.hash());
        Tenant.run(seat.brand(), () -> tending.block(visitor, "Matti"));
        assertThat(saying("Taas minä", null, MATTI))
                .isInstanceOfSatisfying(
                        Said.Refused.class,
                        refused -> assertThat(refused.faults()).containsEntry("", "page.comment.blocked"));
        assertThat(saying("Ja minä", null, new Visitor("maija", "203.0.113.10")))
                .isInstanceOf(Said.Shown.class);
        assertThat(Tenant.in(seat.brand(), () -> moderating.blocked(seat)))
                .extracting(Blocked::name)
                .containsExactly("Matti");
        Tenant.run(seat.brand(), () -> moderating.unblock(seat, visitor));
        assertThat(saying("Kiitos", null, MATTI)).isInstanceOf(Said.Shown.class);
    }

    @Test
    void whoever_reads_on_from_a_change_hears_each_later_one_once_and_in_order() {
        var one = say("Yksi");
        var two = say("Kaksi");
        var read = last();
        after(one, Deed.HIDE);
        say("Kolme");
        assertThat(since(read)).extracting(each -> each.comment().text()).containsExactly("Yksi", "Kolme");
        assertThat(since(0))
                .extracting(each -> each.comment().id())
                .startsWith(two)
                .doesNotHaveDuplicates();
        assertThat(since(last())).isEmpty();
    }

    @Test
    void a_change_that_commits_late_is_never_overtaken() throws Exception {
        var began = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = others.submit(() -> Tenant.in(
                    seat.brand(),
                    () -> transaction.execute(status -> {
                        var said = saying("Hidas", null, MATTI);
                        began.countDown();
                        await(end);
                        return said;
                    })));
            await(began);
            var quick = others.submit(() -> say("Nopea"));
            assertThat(since(0)).isEmpty();
            end.countDown();
            slow.get(20, TimeUnit.SECONDS);
            quick.get(20, TimeUnit.SECONDS);
        }
        assertThat(since(0)).extracting(each -> each.comment().text()).containsExactly("Hidas", "Nopea");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long say(String text) {
        return say(text, null, MATTI);
    }

    private long say(String text, Long parent, Visitor visitor) {
        return ((Said.Shown) saying(text, parent, visitor)).comment();
    }

    private Said saying(String text, Long parent, Visitor visitor) {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofMinutes(10));
        return Tenant.in(
                seat.brand(),
                () -> commenting.say(post.slug(), new Remark("Matti", "", text, parent, "", stamp), visitor));
    }

    private Tended tend(long comment, Deed deed) {
        return Tenant.in(seat.brand(), () -> tending.tend(comment, deed));
    }

    private Comment.State after(long comment, Deed deed) {
        assertThat(tend(comment, deed)).isEqualTo(Tended.DONE);
        return get(comment).state();
    }

    private String words(long comment) {
        return get(comment).text();
    }

    private Comment get(long comment) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> comments.get(comment)))
                .orElseThrow();
    }

    private List<Uttered> since(long change) {
        return Tenant.in(seat.brand(), () -> hearing.since(change, ALL));
    }

    private long last() {
        return since(0).getLast().change();
    }

    private List<Strand> seen() {
        return ((Place.Here) Tenant.in(seat.brand(), () -> reading.place(post.slug(), null))).comments();
    }
}
