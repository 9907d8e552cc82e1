package dev.parvi.tracking;

import dev.parvi.platform.Database;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/** Puts made-up visits into the desk's own tables by COPY, a day a table, two at a time; then has them added up as the desk does each five minutes. */
final class LoadedVisits {

    private static final int LOADERS = 2;
    private static final int BUFFER = 1 << 16;
    private static final int ROW = 48;
    /** Milliseconds from 1970 to 2000, where PostgreSQL's time begins. */
    private static final long EPOCH = 946_684_800_000L;

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final Database database;
    private final MadeVisits made;
    private final int brand;
    private final int[] links;

    /** @param links their numbers in the table, by that of the visit */
    LoadedVisits(Database database, MadeVisits made, int brand, int[] links) {
        this.database = database;
        this.made = made;
        this.brand = brand;
        this.links = links;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    void load(int days) throws Exception {
        var next = new AtomicInteger();
        var loaders = new ArrayList<Callable<Void>>();
        for (var n = 0; n < LOADERS; n++) {
            loaders.add(() -> {
                try (var owner = owner()) {
                    for (var day = next.getAndIncrement(); day < days; day = next.getAndIncrement()) {
                        day(owner, day);
                    }
                }
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(LOADERS)) {
            for (var each : pool.invokeAll(loaders)) {
                each.get();
            }
        }
    }

    private void day(Connection owner, int day) throws Exception {
        var date = made.day(day);
        var table = "visit_" + DateTimeFormatter.BASIC_ISO_DATE.format(date);
        run(owner, "create table " + table + " (like visit including defaults)");
        copy(owner, table, day);
        synchronized (this) {
            run(
                    owner,
                    "alter table visit attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                            .formatted(table, date, date.plusDays(1)));
        }
        run(owner, "call tenant_table('%s')".formatted(table));
        run(owner, "call worker_table('%s', 'select, insert')".formatted(table));
    }

    private void copy(Connection owner, String table, int day) throws Exception {
        var in = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin (format binary)");
        var buffer = ByteBuffer.allocate(BUFFER).put(HEAD);
        made.of(day, visit -> {
            if (buffer.remaining() < ROW + 2) {
                in.writeToCopy(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            buffer.putShort((short) 5);
            buffer.putInt(8).putLong((visit.at - EPOCH) * 1000);
            buffer.putInt(8).putLong(visit.visitor);
            buffer.putInt(4).putInt(brand);
            buffer.putInt(4).putInt(links[visit.link]);
            buffer.putInt(2).putShort((short) visit.kind);
        });
        buffer.putShort((short) -1);
        in.writeToCopy(buffer.array(), 0, buffer.position());
        in.endCopy();
    }

    /** Day by day, as it would have been. */
    void addUp(int days) throws SQLException {
        try (var owner = owner()) {
            run(owner, "analyze tracked_link");
            for (var day = 0; day < days; day++) {
                var date = made.day(day);
                run(owner, "select roll_days('%s 00:00+00', '%s 00:00+00', null)".formatted(date, date.plusDays(1)));
            }
            run(owner, "update visit_roll set until = now() where level = 1");
            run(owner, "vacuum analyze visit_sum, visit_pack");
        }
    }

    static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
