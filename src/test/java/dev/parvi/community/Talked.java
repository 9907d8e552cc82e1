package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people talk to a brand, for tests of the inbox and its pages. */
@TestComponent
public class Talked {

    @Autowired
    Taking taking;

    @Autowired
    Grasping grasping;

    @Autowired
    Learning learning;

    @Autowired
    Correcting correcting;

    @Autowired
    HandClock clock;

    @Autowired
    Reading reading;

    @Autowired
    Stirring stirring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** What was said, and where it is now. */
    public record Word(Heard heard, ConversationId conversation, CommentId comment) {}

    public Word says(Seat seat, Account account, String who, String root, @Nullable Word to, String text, Instant at) {
        var id = "c-" + UUID.randomUUID();
        return hears(
                seat,
                account,
                TestTalks.of(
                        id, Kind.COMMENT, root, to == null ? null : to.heard().id(), who, text, at));
    }

    public Word hears(Seat seat, Account account, Heard heard) {
        return in(seat, () -> {
            taking.take(account.id(), account.network(), List.of(heard));
            while (grasping.next() > 0) {
                Thread.onSpinWait();
            }
            return jdbc.sql("select id, conversation_id from comment where external_id = :id")
                    .param("id", heard.id())
                    .query((row, n) -> new Word(
                            heard,
                            new ConversationId(row.getLong("conversation_id")),
                            new CommentId(row.getLong("id"))))
                    .single();
        });
    }

    /** The desk reads an account, as it does on its turn, and understands what it read. */
    public void reads(Seat seat, Account account) {
        stirring.enlist(seat.brand());
        reading.read(seat.brand(), account.id());
        in(seat, () -> {
            while (grasping.next() > 0) {
                Thread.onSpinWait();
            }
            return true;
        });
    }

    /** Below it one answers the other, so many deep, laid straight into the tables. */
    public int deepens(Word word, int deep) {
        jdbc.sql("""
                insert into comment (brand_id, conversation_id, account_id, key, parent_key, external_id, speaker, kind, standing, us, at,
                    heard_at, text)
                select c.brand_id, c.conversation_id, c.account_id, md5('deep' || c.id || '-' || n)::uuid,
                    case when n = 1 then c.key else md5('deep' || c.id || '-' || (n - 1))::uuid end,
                    'deep' || c.id || '-' || n, 'p' || n % 50, 'COMMENT', 'SHOWN', false, c.at + n * interval '1 second', c.heard_at, 'Deep ' || n
                from comment c, generate_series(1, :deep) n where c.id = :id
                """).param("deep", deep).param("id", word.comment().value()).update();
        return jdbc.sql("update conversation set comments = comments + :deep, inbound = inbound + :deep where id = :id")
                .param("deep", deep)
                .param("id", word.conversation().value())
                .update();
    }

    public <T> T in(Seat seat, Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    /** What was corrected is learned. */
    public void learns() {
        clock.pass(Learning.PAUSE);
        learning.turn();
    }

    /** The seat's member says that these are complaints. */
    public void marked(Seat seat, Word... words) {
        var ids = List.of(words).stream().map(Word::conversation).toList();
        Tenant.run(seat.brand(), () -> correcting.mark(seat, ids, Mark.COMPLAINT, true));
    }
}
