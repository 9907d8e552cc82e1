package dev.parvi.tracking;

import dev.parvi.platform.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A line to the database that breaks where a test says so. */
final class CutLine extends VisitLine {

    enum Cut {
        NOWHERE,
        OPENING,
        WRITING,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    volatile Cut cut = Cut.NOWHERE;

    CutLine(Database database) {
        super(database);
    }

    @Override
    Connection open() throws SQLException {
        if (cut == Cut.OPENING) {
            throw broken();
        }
        var real = super.open();
        return (Connection) Proxy.newProxyInstance(
                CutLine.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    var commit = method.getName().equals("commit");
                    if (commit && cut == Cut.BEFORE_COMMIT || method.getName().equals("unwrap") && cut == Cut.WRITING) {
                        throw broken();
                    }
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (commit && cut == Cut.AFTER_COMMIT) {
                            real.close();
                            throwBroken();
                        }
                    }
                });
    }

    private static void throwBroken() throws SQLException {
        throw broken();
    }

    private static SQLException broken() {
        return new SQLException("The line was cut");
    }
}
