package io.cairn.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Figures are computed over everything they are made of, whoever saves: a part of a transaction goes on as the named system
 * viewer and hands the keyring back afterwards. Nothing that is read there may reach the person but the figures they may see.
 */
@Component
public class Elevation {
    private final JdbcClient db;

    Elevation(JdbcClient db) {
        this.db = db;
    }

    /** Works as the system within the transaction that is going on; one that fails in between can only be rolled back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends @Nullable Object> T asSystem(String name, Supplier<T> work) {
        String held = db.sql("select access.elevate(:name)::text")
                .param("name", name)
                .query(String.class)
                .single();
        T result;
        try {
            result = Viewing.asSystem(name, work);
        } catch (RuntimeException failed) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            throw failed;
        }
        db.sql("select access.hand_back(:held::text[])")
                .param("held", held)
                .query()
                .singleRow();
        return result;
    }
}
