package dev.parvi.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Hands many rows to one statement, a parameter a column, to be put together again by {@code unnest}. */
public final class Columns<T> {

    private final StatementSpec statement;
    private final List<T> rows;

    private Columns(StatementSpec statement, Collection<T> rows) {
        this.statement = statement;
        this.rows = List.copyOf(rows);
    }

    public static <T> Columns<T> of(StatementSpec statement, Collection<T> rows) {
        return new Columns<>(statement, rows);
    }

    public Columns<T> text(String name, Function<T, @Nullable String> column) {
        statement.param(name, rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> number(String name, Function<T, @Nullable Long> column) {
        statement.param(name, rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<T> flag(String name, Function<T, Boolean> column) {
        statement.param(name, rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> key(String name, Function<T, @Nullable UUID> column) {
        return text(name, row -> said(column.apply(row)));
    }

    public Columns<T> time(String name, Function<T, @Nullable Instant> column) {
        return text(name, row -> said(column.apply(row)));
    }

    public StatementSpec done() {
        return statement;
    }

    private static @Nullable String said(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
