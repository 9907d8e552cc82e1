package dev.parvi.connector.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Sent;
import dev.parvi.connector.TalkContract;
import dev.parvi.page.Arranging;
import dev.parvi.page.Commenting;
import dev.parvi.page.Deed;
import dev.parvi.page.Hearing;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Remark;
import dev.parvi.page.Remarking;
import dev.parvi.page.Rule;
import dev.parvi.page.Said;
import dev.parvi.page.Stamps;
import dev.parvi.page.Stored;
import dev.parvi.page.Tending;
import dev.parvi.page.Visitor;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract on the desk's own database, and on one that goes away at the worst moments. */
@DeskTest
class OwnPageContractTest extends TalkContract {

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Remarking remarking;

    @Autowired
    Wrapping wrapping;

    @Autowired
    Opening opening;

    @Autowired
    Hearing hearing;

    @Autowired
    Commenting commenting;

    @Autowired
    Arranging arranging;

    @Autowired
    Tending tending;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    @Autowired
    Ordering ordering;

    @Autowired
    Registers registers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private BrandId brand;
    private KeptAccess access;
    private Posting faulty;
    private Remarking faultyRemarking;
    private Hearing faultyHearing;
    private String visitor;

    @BeforeEach
    void open() {
        var seat = given.brand();
        brand = seat.brand();
        Tenant.in(brand, () -> arranging.arrange(seat, "", "", "", Rule.NONE));
        access = new KeptAccess(brand, Map.of());
        faulty = mock(Posting.class, AdditionalAnswers.delegatesTo(posting));
        faultyRemarking = mock(Remarking.class, AdditionalAnswers.delegatesTo(remarking));
        faultyHearing = mock(Hearing.class, AdditionalAnswers.delegatesTo(hearing));
        visitor = "visitor-" + System.nanoTime();
    }

    @Override
    protected Connector connector() {
        return new OwnPage(
                new Counter(faulty, faultyRemarking, wrapping),
                opening,
                new Gathering(faultyHearing),
                ordering,
                registers);
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    /** There is no token, no limit and no permission that anybody could take back. */
    @Override
    protected boolean canBe(Situation situation) {
        return EnumSet.of(Situation.CUT_AFTER_ACCEPTANCE, Situation.AWAY, Situation.READING_FAULTY)
                .contains(situation);
    }

    @Override
    protected void given(Situation situation) {
        wellAgain();
        switch (situation) {
            case CUT_AFTER_ACCEPTANCE -> {
                doAnswer(call -> {
                            answered(call.getArguments());
                            throw new TransactionSystemException("no answer to commit");
                        })
                        .when(faultyRemarking)
                        .put(any(), anyLong(), any(), any(), any());
                doAnswer(call -> {
                            posting.put(call.getArgument(0), call.getArgument(1));
                            throw new TransactionSystemException("no answer to commit");
                        })
                        .when(faulty)
                        .put(any(), any());
            }
            case AWAY ->
                doThrow(new CannotCreateTransactionException("no connection"))
                        .when(faulty)
                        .put(any(), any());
            case READING_FAULTY ->
                doThrow(new CannotCreateTransactionException("no connection"))
                        .when(faulty)
                        .find(any());
            default -> {}
        }
    }

    private void wellAgain() {
        reset(faulty, faultyRemarking);
        doAnswer(call -> remarking.find(call.getArgument(0)))
                .when(faultyRemarking)
                .find(any());
        doAnswer(call -> remarking.said(call.getArgument(0)))
                .when(faultyRemarking)
                .said(anyLong());
        doAnswer(call -> answered(call.getArguments()))
                .when(faultyRemarking)
                .put(any(), anyLong(), any(), any(), any());
        doAnswer(call -> posting.find(call.getArgument(0))).when(faulty).find(any());
        doAnswer(call -> posting.put(call.getArgument(0), call.getArgument(1)))
                .when(faulty)
                .put(any(), any());
    }

    @Override
    protected int standing(Parcel parcel) {
        return Tenant.in(
                brand,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from page_post where text = :text and removed_at is null")
                                .param("text", parcel.message().text().strip())
                                .query(Integer.class)
                                .single()));
    }

    @Override
    protected Message refused() {
        return Message.of("Liian pitkä ".repeat(1_000));
    }

    private Optional<Stored> answered(Object[] given) {
        return remarking.put(
                (String) given[0], (Long) given[1], (Long) given[2], (String) given[3], (Instant) given[4]);
    }

    @Override
    protected void reading(Trouble trouble) {
        reset(faultyHearing);
        doAnswer(call -> hearing.since(call.getArgument(0), call.getArgument(1)))
                .when(faultyHearing)
                .since(anyLong(), anyInt());
        doAnswer(call -> hearing.head(call.getArgument(0))).when(faultyHearing).head(anyLong());
        doAnswer(call -> hearing.under(call.getArgument(0), call.getArgument(1)))
                .when(faultyHearing)
                .under(anyLong(), anyInt());
        if (trouble == Trouble.AWAY) {
            var away = new CannotCreateTransactionException("no connection");
            doThrow(away).when(faultyHearing).since(anyLong(), anyInt());
            doThrow(away).when(faultyHearing).under(anyLong(), anyInt());
        }
    }

    /** The database is there or not; it has no other mood. */
    @Override
    protected boolean canBe(Trouble trouble) {
        return trouble == Trouble.AWAY || trouble == Trouble.WELL;
    }

    @Override
    protected String said(Sent under, String parent, String text) {
        return "c" + ((Said.Shown) saying(under, parent, text)).comment();
    }

    private Said saying(Sent under, String parent, String text) {
        var stamp = Tenant.in(brand, stamps::stamp);
        clock.pass(Duration.ofMinutes(3));
        var answers = parent == null ? null : Long.valueOf(parent.substring(1));
        return Tenant.in(
                brand,
                () -> commenting.say(
                        under.marks().get("slug"),
                        new Remark("Matti", "", text, answers, "", stamp),
                        new Visitor(
                                visitor,
                                "203.0.113." + ThreadLocalRandom.current().nextInt(250))));
    }

    @Override
    protected void takenBack(String id) {
        Tenant.in(brand, () -> tending.tend(Long.parseLong(id.substring(1)), Deed.DELETE));
    }

    /** Visitors can't change what they said. */
    @Override
    protected boolean changed(String id, String text) {
        return false;
    }

    @Override
    protected boolean blocked() {
        var post = Tenant.in(brand, () -> posting.put("k" + System.nanoTime(), PostDraft.of("x", clock.instant())))
                .orElseThrow();
        return saying(new Sent("", post.address(), Map.of("slug", post.slug())), null, "Saanko puhua?")
                instanceof Said.Refused;
    }

    /** More than one reading brings. */
    @Override
    protected int many() {
        return Gathering.AT_ONCE + 20;
    }
}
