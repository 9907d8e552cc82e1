package dev.parvi.tracking;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.support.AbstractSqlTypeValue;

/** What came by each of very many links: packs of days are added to it, and it's handed back to the database as columns. */
final class LinkSums {

    static final int PEOPLE = 0;
    static final int ROBOTS = 1;
    static final int LANDED = 2;
    static final int VISITORS = 3;

    private static final int COLUMNS = 4;
    private static final int PACKED = (1 + COLUMNS) * Integer.BYTES;
    private static final int FEW = 1 << 10;
    /** Fibonacci's: numbers that follow each other fall far apart. */
    private static final int SPREAD = 0x9E3779B9;

    /** Where a link stands among the columns, from 1; 0: nowhere. Twice as long as the columns are, and a power of two. */
    private int[] places = new int[2 * FEW];

    private int[] links = new int[FEW];
    private final long[][] columns = new long[COLUMNS][FEW];
    private int count;

    /** @param pack of links in their order: number, people, robots, landed and visitors, each in four bytes */
    void add(byte[] pack) {
        var from = ByteBuffer.wrap(pack);
        while (from.remaining() >= PACKED) {
            var place = place(from.getInt());
            for (var column : columns) {
                column[place] += from.getInt();
            }
        }
    }

    /** As a parameter of the type {@code int[]}. */
    SqlTypeValue links() {
        return array("int4", Arrays.copyOf(links, count));
    }

    /** As a parameter of the type {@code int[]}, in the order of {@link #links}: sums of those cost PostgreSQL a quarter of what those of longer ones do. */
    SqlTypeValue column(int column) {
        return array(
                "int4",
                Arrays.stream(columns[column], 0, count)
                        .mapToInt(sum -> (int) Math.min(sum, Integer.MAX_VALUE))
                        .toArray());
    }

    private int place(int link) {
        var slot = slot(link);
        if (places[slot] == 0) {
            if (count == links.length) {
                grow();
                slot = slot(link);
            }
            links[count++] = link;
            places[slot] = count;
        }
        return places[slot] - 1;
    }

    /** Where the link is, or would be. */
    private int slot(int link) {
        var mask = places.length - 1;
        var slot = (link * SPREAD >>> 8) & mask;
        while (places[slot] != 0 && links[places[slot] - 1] != link) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var length = 2 * links.length;
        links = Arrays.copyOf(links, length);
        for (var n = 0; n < COLUMNS; n++) {
            columns[n] = Arrays.copyOf(columns[n], length);
        }
        places = new int[2 * length];
        for (var n = 0; n < count; n++) {
            places[slot(links[n])] = n + 1;
        }
    }

    /** Plain numbers go as bytes, boxed ones as text. */
    private static SqlTypeValue array(String type, Object numbers) {
        return new AbstractSqlTypeValue() {
            @Override
            protected Object createTypeValue(Connection line, int sqlType, @Nullable String typeName)
                    throws SQLException {
                return line.unwrap(PGConnection.class).createArrayOf(type, numbers);
            }
        };
    }
}
