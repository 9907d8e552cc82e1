package dev.parvi.connector.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.page.Posting;
import dev.parvi.page.Remarking;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract on the desk's own database, and on one that goes away at the worst moments. */
@DeskTest
class OwnPageContractTest extends ConnectorContract {

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
    Gathering gathering;

    @Autowired
    Ordering ordering;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private BrandId brand;
    private KeptAccess access;
    private Posting faulty;

    @BeforeEach
    void open() {
        brand = given.brand().brand();
        access = new KeptAccess(brand, Map.of());
        faulty = mock(Posting.class, AdditionalAnswers.delegatesTo(posting));
    }

    @Override
    protected Connector connector() {
        return new OwnPage(new Counter(faulty, remarking, wrapping), opening, gathering, ordering);
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
        reset(faulty);
        doAnswer(call -> posting.find(call.getArgument(0))).when(faulty).find(any());
        doAnswer(call -> posting.put(call.getArgument(0), call.getArgument(1)))
                .when(faulty)
                .put(any(), any());
        switch (situation) {
            case CUT_AFTER_ACCEPTANCE ->
                doAnswer(call -> {
                            posting.put(call.getArgument(0), call.getArgument(1));
                            throw new TransactionSystemException("no answer to commit");
                        })
                        .when(faulty)
                        .put(any(), any());
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
}
