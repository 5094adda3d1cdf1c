package dev.strawboss.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/// The statements of one connection stay prepared: the hub says the same few dozen again and again.
/// One that is in use is not lent a second time; the one that was used longest ago goes first. Who
/// closes the connection closes them all.
final class KeptStatements implements StatementBuilder {
    private static final int MOST = 200;

    private final StatementBuilder fresh = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return fresh.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null ? fresh.create(connection, sql, context) : kept;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return fresh.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof CoreStatement core)
                || !(statement instanceof PreparedStatement prepared)
                || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        try {
            // without this its read transaction would stay open
            core.pointer.safeRunInt(DB::reset);
            core.pointer.safeRunInt(DB::clear_bindings);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        idle.put(sql, prepared);
        if (idle.size() > MOST) {
            closeOldest();
        }
    }

    private void closeOldest() throws SQLException {
        Iterator<PreparedStatement> all = idle.values().iterator();
        PreparedStatement oldest = all.next();
        all.remove();
        oldest.close();
    }
}
