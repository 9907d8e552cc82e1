package dev.parvi.connector.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import dev.parvi.connector.Connector;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.TalkContract.Trouble;
import dev.parvi.page.Registering;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract of reading followers on the desk's own database. */
@DeskTest
class PageGathersTest extends GathersContract {

    @Autowired
    Given given;

    @Autowired
    Registering registering;

    @Autowired
    Wrapping wrapping;

    @Autowired
    Opening opening;

    @Autowired
    Ordering ordering;

    @Autowired
    Gathering gathering;

    @Autowired
    Counter counter;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandClock clock;

    private BrandId brand;
    private KeptAccess access;
    private Registering faulty;

    @BeforeEach
    void open() {
        brand = given.brand().brand();
        access = new KeptAccess(brand, Map.of());
        faulty = mock(Registering.class, AdditionalAnswers.delegatesTo(registering));
        reading(Trouble.WELL);
    }

    @Override
    protected Connector connector() {
        return new OwnPage(counter, opening, gathering, ordering, new Registers(faulty));
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    @Override
    protected void reading(Trouble trouble) {
        reset(faulty);
        doAnswer(call -> registering.followers(call.getArgument(0), call.getArgument(1)))
                .when(faulty)
                .followers(anyLong(), anyInt());
        doAnswer(call -> registering.count()).when(faulty).count();
        if (trouble == Trouble.AWAY) {
            doThrow(new CannotCreateTransactionException("no connection"))
                    .when(faulty)
                    .followers(anyLong(), anyInt());
        }
    }

    /** The database is there or not; it has no other mood. */
    @Override
    protected boolean canBe(Trouble trouble) {
        return trouble == Trouble.AWAY || trouble == Trouble.WELL;
    }

    /** All that is known is an address. */
    @Override
    protected boolean tellsAbout() {
        return false;
    }

    @Override
    protected String joins(String name, String about) {
        return "follower:" + follow(UUID.randomUUID() + "@example.org", true);
    }

    private long follow(String email, boolean confirmed) {
        return Tenant.in(
                brand,
                () -> transaction.execute(status -> jdbc.sql("""
                        insert into follower (brand_id, email, language, asked_at, confirmed_at, way_out)
                        values (current_brand(), :email, 'fi', now(), case when :confirmed then :at::timestamptz end, :email) returning id
                        """)
                        .param("email", email)
                        .param("confirmed", confirmed)
                        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .query(Long.class)
                        .single()));
    }

    @Override
    protected void leaves(String id) {
        Tenant.run(
                brand,
                () -> transaction.executeWithoutResult(status -> jdbc.sql("delete from follower where id = :id")
                        .param("id", Long.parseLong(id.substring("follower:".length())))
                        .update()));
    }

    @Override
    protected int many() {
        return Gathers.PAGE_MOST + 20;
    }

    @Test
    void who_has_not_confirmed_is_no_follower_and_an_address_is_veiled() throws Exception {
        follow("pending@example.org", false);
        follow("liisa@example.org", true);
        var crowd = ((Gathers) connector()).followers(access, "");
        assertThat(crowd.total()).isEqualTo(1);
        assertThat(crowd.followers()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("l…@example.org");
            assertThat(each.since()).isEqualTo(clock.instant());
        });
    }
}
