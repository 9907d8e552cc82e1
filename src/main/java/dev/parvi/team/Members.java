package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of the team. */
@Repository
class Members {

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody wait who is about to ask whether there is a first member, until this transaction ends. */
    void lock() {
        jdbc.sql("lock table member in share row exclusive mode").update();
    }

    boolean none() {
        return jdbc.sql("select not exists (select from member)")
                .query(Boolean.class)
                .single();
    }

    Optional<MemberId> add(String email, String name, String password, Locale language) {
        return jdbc.sql("""
                insert into member (email, name, password, language) values (:email, :name, :password, :language)
                on conflict do nothing returning id
                """)
                .param("email", email)
                .param("name", name)
                .param("password", password)
                .param("language", language.getLanguage())
                .query((row, n) -> new MemberId(row.getLong("id")))
                .optional();
    }

    Optional<Member> get(MemberId id) {
        return jdbc.sql("select id, email, name, language from member where id = :id and closed_at is null")
                .param("id", id.value())
                .query((row, n) -> member(row))
                .optional();
    }

    Optional<Member> named(String email) {
        return jdbc.sql(
                        "select id, email, name, language from member where lower(email) = lower(:email) and closed_at is null")
                .param("email", email)
                .query((row, n) -> member(row))
                .optional();
    }

    List<Member> all() {
        return jdbc.sql("select id, email, name, language from member where closed_at is null order by lower(email)")
                .query((row, n) -> member(row))
                .list();
    }

    /** What is kept of the member's password. */
    Optional<String> password(MemberId id) {
        return jdbc.sql("select password from member where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void change(MemberId id, String name, Locale language) {
        jdbc.sql("update member set name = :name, language = :language where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("language", language.getLanguage())
                .update();
    }

    void changePassword(MemberId id, String password) {
        jdbc.sql("update member set password = :password where id = :id")
                .param("id", id.value())
                .param("password", password)
                .update();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new MemberId(row.getLong("id")),
                row.getString("email"),
                row.getString("name"),
                Locale.of(row.getString("language")));
    }
}
