package dev.parvi.team;

import dev.parvi.platform.Token;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The cases given away in the brand whose scope it is. */
@Repository
class HandOffs {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SHOWN = """
            select h.*, g.name as giver, coalesce(m.name, h.name) as holder
            from hand_off h join member g on g.id = h.given_by left join member m on m.id = h.member_id
            """;

    private final JdbcClient jdbc;

    HandOffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param token for one outside; null for a member */
    long add(Seat seat, HandOff made, @Nullable String token) {
        return jdbc.sql("""
                insert into hand_off (brand_id, subject, subject_id, job, title, need, packet, member_id, name, email, token,
                    expires_at, given_by, given_at, answer_by, state)
                values (current_brand(), :subject, :subjectId, :job, :title, :need, :packet::jsonb, :member, :name, :email, :token,
                    :expires, :by, :now, :answerBy, 'GIVEN')
                returning id
                """)
                .param("subject", made.subject().kind())
                .param("subjectId", made.subject().id())
                .param("job", made.job().name())
                .param("title", made.title())
                .param("need", made.need())
                .param("packet", JSON.writeValueAsString(made.packet()))
                .param("member", made.member() == null ? null : made.member().value())
                .param("name", made.name())
                .param("email", made.email())
                .param("token", token == null ? null : Token.hash(token))
                .param("expires", at(made.expiresAt()))
                .param("by", seat.member().value())
                .param("now", at(made.givenAt()))
                .param("answerBy", at(made.answerBy()))
                .query(Long.class)
                .single();
    }

    Optional<HandOff> get(long id) {
        return jdbc.sql(SHOWN + "where h.id = :id")
                .param("id", id)
                .query((row, n) -> handOff(row))
                .optional();
    }

    /** Of which brand a link is; its scope has to be entered before the rest is seen. */
    Optional<BrandId> brand(String token) {
        return jdbc.sql("select hand_off_brand(:token)")
                .param("token", Token.hash(token))
                .query((row, n) -> row.getLong(1) == 0 ? null : new BrandId(row.getLong(1)))
                .optional();
    }

    Optional<HandOff> find(String token, Instant now) {
        return jdbc.sql(SHOWN + "where h.token = :token and h.expires_at > :now and h.state <> 'WITHDRAWN'")
                .param("token", Token.hash(token))
                .param("now", at(now))
                .query((row, n) -> handOff(row))
                .optional();
    }

    List<HandOff> of(HandOff.Subject subject) {
        return jdbc.sql(SHOWN + "where h.subject = :kind and h.subject_id = :id order by h.id desc")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, n) -> handOff(row))
                .list();
    }

    /**
     * Those still open come first, by when their answer is due, then the settled ones, the latest first.
     *
     * @param holder only those this member has; null for all
     */
    List<HandOff> all(@Nullable MemberId holder, int most) {
        return jdbc.sql(SHOWN + """
                where (:holder::bigint is null or h.member_id = :holder)
                order by h.state not in ('GIVEN', 'ACCEPTED'), case when h.state in ('GIVEN', 'ACCEPTED') then h.answer_by end,
                    h.settled_at desc limit :most
                """)
                .param("holder", holder == null ? null : holder.value())
                .param("most", most)
                .query((row, n) -> handOff(row))
                .list();
    }

    /** How many wait for this member, and how many of the brand's own are overdue. */
    Tally tally(MemberId member, Instant now) {
        return jdbc.sql("""
                select count(*) filter (where member_id = :member), count(*) filter (where answer_by < :now) from hand_off
                where state in ('GIVEN', 'ACCEPTED')
                """)
                .param("member", member.value())
                .param("now", at(now))
                .query((row, n) -> new Tally(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** @param mine waiting for the member, {@code overdue} those nobody has answered in time */
    record Tally(int mine, int overdue) {}

    void opened(long id, Instant now) {
        jdbc.sql("update hand_off set opened_at = :now where id = :id and opened_at is null")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    /** Whether it was still open. */
    boolean put(long id, HandOff.State state, String answer, @Nullable Instant settled) {
        return jdbc.sql("""
                update hand_off set state = :state, answer = :answer, settled_at = :settled
                where id = :id and state in ('GIVEN', 'ACCEPTED')
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", answer)
                        .param("settled", at(settled))
                        .update()
                == 1;
    }

    /** @param titled whether its title goes, {@code worded} whether what was asked and answered does */
    void forget(long id, Packet left, boolean titled, boolean worded) {
        jdbc.sql("""
                update hand_off set packet = :packet::jsonb, title = case when :titled then '' else title end,
                    need = case when :worded then '' else need end, answer = case when :worded then '' else answer end
                where id = :id
                """)
                .param("id", id)
                .param("packet", JSON.writeValueAsString(left))
                .param("titled", titled)
                .param("worded", worded)
                .update();
    }

    private static @Nullable Object at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static HandOff handOff(ResultSet row) throws SQLException {
        var member = row.getLong("member_id");
        return new HandOff(
                row.getLong("id"),
                new HandOff.Subject(row.getString("subject"), row.getLong("subject_id")),
                HandOff.Job.valueOf(row.getString("job")),
                row.getString("title"),
                row.getString("need"),
                JSON.readValue(row.getString("packet"), Packet.class),
                member == 0 ? null : new MemberId(member),
                row.getString("holder"),
                row.getString("email"),
                instant(row, "expires_at"),
                row.getString("giver"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                instant(row, "opened_at"),
                HandOff.State.valueOf(row.getString("state")),
                instant(row, "settled_at"),
                row.getString("answer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
