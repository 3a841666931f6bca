package io.cairn.access;

import io.cairn.access.Viewing.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins each transaction by entering the database as the current viewer, so that no statement runs without a keyring. */
@Component("transactionManager")
final class EnteringTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    EnteringTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Subject subject = Viewing.subject();
        if (subject == null) {
            return;
        }
        try {
            enter(connection(), subject);
        } catch (SQLException refused) {
            doRollbackQuietly(transaction);
            throw new CannotCreateTransactionException("Could not enter the database as the viewer", refused);
        }
    }

    private static void enter(Connection connection, Subject subject) throws SQLException {
        switch (subject) {
            case Subject.Person(var viewer) -> {
                try (var enter = connection.prepareStatement("select access.enter(?)")) {
                    enter.setObject(1, viewer.id());
                    enter.execute();
                }
            }
            case Subject.System(var name) -> {
                try (var enter = connection.prepareStatement("select access.enter_system(?)")) {
                    enter.setString(1, name);
                    enter.execute();
                }
            }
        }
    }

    private Connection connection() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("A transaction begins with a connection");
        }
        return holder.getConnection();
    }

    private void doRollbackQuietly(Object transaction) {
        try {
            connection().rollback();
        } catch (SQLException alreadyBroken) {
            logger.debug("The connection broke while entering", alreadyBroken);
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }
}
