package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No brand sees another's rows, whatever a query forgets. The tables are found in the database itself, so that one that is
 * added later is held to the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantTablesTest {

    private static final long MINE = 1;
    private static final long FOREIGN = 2;
    /** Values of a type that differ from row to row, so that nothing collides; a type that isn't here is a number. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("timestamp with time zone", "now()"),
            Map.entry("timestamp without time zone", "now()"),
            Map.entry("time without time zone", "localtime"),
            Map.entry("date", "current_date"),
            Map.entry("interval", "'1 hour'"),
            Map.entry("boolean", "false"),
            Map.entry("jsonb", "'{}'"),
            Map.entry("bytea", "decode(md5(random()::text), 'hex')"),
            Map.entry("ARRAY", "'{}'"),
            Map.entry("text", "md5(random()::text)"),
            Map.entry("tsvector", "''"),
            Map.entry("uuid", "gen_random_uuid()"));

    private Connection database;

    @BeforeAll
    void open() throws SQLException {
        database = DriverManager.getConnection(TestDatabase.fresh(), TestDatabase.user(), TestDatabase.password());
        database.setAutoCommit(false);
    }

    @BeforeEach
    void begin() throws SQLException {
        database.rollback();
    }

    @AfterAll
    void close() throws SQLException {
        database.rollback();
        database.close();
    }

    List<String> tenantTables() throws SQLException {
        return list("""
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'brand_id' and t.table_type = 'BASE TABLE'
                order by 1
                """);
    }

    @Test
    void the_tables_are_found() throws SQLException {
        assertThat(tenantTables()).contains("membership", "audit", "invitation", "account", "post", "version");
    }

    @Test
    void every_tenant_table_has_its_policy() throws SQLException {
        assertThat(unguarded()).isEmpty();
    }

    @Test
    void a_new_table_that_lacks_its_policy_is_found() throws SQLException {
        execute("create table careless (brand_id bigint not null, secret text)");
        assertThat(unguarded()).containsExactly("careless");
        execute("alter table careless enable row level security");
        assertThat(unguarded()).containsExactly("careless");
        execute("drop table careless");
        execute("create table careless (brand_id bigint not null, secret text)");
        execute("call tenant_table('careless')");
        assertThat(unguarded()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_query_without_where_shows_and_touches_nothing_of_another_brand(String table) throws SQLException {
        fill(table);
        execute("set local role desk");
        execute("select set_config('parvi.brand', '" + MINE + "', true)");
        if (may(table, "select")) {
            assertThat(list("select distinct brand_id from " + table)).containsExactly(Long.toString(MINE));
        }
        if (may(table, "delete")) {
            assertThat(execute("delete from " + table)).isEqualTo(1);
        }
        execute("reset role");
        assertThat(list("select brand_id from " + table)).containsExactly(Long.toString(FOREIGN));
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void outside_any_brand_nothing_is_shown(String table) throws SQLException {
        fill(table);
        execute("set local role desk");
        if (may(table, "select")) {
            assertThat(list("select brand_id from " + table)).isEmpty();
        }
    }

    @Test
    void the_brand_itself_is_shown_to_itself_only() throws SQLException {
        for (var id : List.of(MINE, FOREIGN)) {
            execute("insert into brand (id, handle, name, zone, language) values (" + id + ", 'brand-" + id
                    + "', 'x', 'UTC', 'en')");
        }
        execute("set local role desk");
        execute("select set_config('parvi.brand', '" + MINE + "', true)");
        execute("select set_config('parvi.member', '7', true)");
        assertThat(list("select id from brand")).containsExactly(Long.toString(MINE));
    }

    @Test
    void a_policy_that_a_room_adds_for_the_desk_names_the_brand() throws SQLException {
        assertThat(list("""
                select tablename || ': ' || policyname from pg_policies
                where schemaname = 'public' and 'desk' = any (roles)
                and coalesce(qual, '') || coalesce(with_check, '') not like '%current_brand()%'
                """)).isEmpty();
    }

    @Test
    void the_two_roles_own_nothing_and_cannot_step_around_the_policies() throws SQLException {
        assertThat(list("""
                select rolname from pg_roles
                where rolname in ('desk', 'worker')
                and not (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb) order by 1
                """)).containsExactly("desk", "worker");
        assertThat(list("""
                select relname from pg_class where pg_get_userbyid(relowner) in ('desk', 'worker')
                """)).isEmpty();
    }

    @Test
    void the_worker_sees_nothing_of_the_people() throws SQLException {
        for (var table : List.of("member", "session", "password_reset", "membership", "audit", "invitation", "brand")) {
            assertThat(list("select has_table_privilege('worker', '" + table + "', 'select')"))
                    .as(table)
                    .containsExactly("f");
        }
    }

    /** Tables with a brand whose rows aren't kept to it. */
    private List<String> unguarded() throws SQLException {
        return tenantTables().stream().filter(this::isUnguarded).toList();
    }

    private boolean isUnguarded(String table) {
        try {
            return list("""
                    select 1 from pg_class c join pg_policies p on p.tablename = c.relname
                    where c.oid = '%s'::regclass and c.relrowsecurity and p.permissive = 'PERMISSIVE'
                    and 'desk' = any (p.roles) and p.cmd = 'ALL'
                    -- asked for each row, or once for all of them
                    and p.qual in ('(brand_id = current_brand())', '(brand_id = ( SELECT current_brand() AS current_brand))')
                    """.formatted(table)).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One row of each of two brands, without regard to what else a row there needs to make sense. */
    private void fill(String table) throws SQLException {
        execute("set local session_replication_role = replica");
        for (var check : list(
                "select conname from pg_constraint where contype = 'c' and conrelid = '" + table + "'::regclass")) {
            execute("alter table " + table + " drop constraint \"" + check + "\"");
        }
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : list("""
                select column_name || ':' || data_type from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_nullable = 'NO' and column_default is null
                and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'brand_id'
                """.formatted(table))) {
            columns.add(column.substring(0, column.indexOf(':')));
            values.add(VALUES.getOrDefault(column.substring(column.indexOf(':') + 1), "(random() * 10000)::int"));
        }
        for (var brand : List.of(MINE, FOREIGN)) {
            columns.addLast("brand_id");
            values.addLast(Long.toString(brand));
            execute("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", values) + ")");
            columns.removeLast();
            values.removeLast();
        }
    }

    private boolean may(String table, String what) throws SQLException {
        return list("select has_table_privilege('desk', '" + table + "', '" + what + "')")
                .contains("t");
    }

    private List<String> list(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private int execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }
}
