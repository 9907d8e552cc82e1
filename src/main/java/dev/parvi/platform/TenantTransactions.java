package dev.parvi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the database at the start of each transaction whose rows it may show, until that transaction ends. */
class TenantTransactions extends JdbcTransactionManager {

    private final DataSource source;

    TenantTransactions(DataSource source) {
        super(source);
        this.source = source;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (Tenant.brand().isPresent() || Tenant.member().isPresent()) {
            tell();
        }
    }

    private void tell() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(source);
        if (holder == null) {
            throw new CannotCreateTransactionException("No connection is bound to this transaction");
        }
        try {
            scope(holder.getConnection());
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The database did not accept the brand of this work", e);
        }
    }

    private static void scope(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select set_config('parvi.brand', ?, true), set_config('parvi.member', ?, true)")) {
            statement.setString(1, Tenant.brand().map(Object::toString).orElse(""));
            statement.setString(2, Tenant.member().map(Object::toString).orElse(""));
            statement.execute();
        }
    }
}
