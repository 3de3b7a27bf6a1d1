package dev.bridle.study.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** Connections whose k-th call fails: connecting, running a statement, or closing. */
final class FaultyConnector implements Connector {
  private static final Set<String> CALLS = Set.of("execute", "executeQuery", "close");

  /** How a call fails. */
  enum Fault {
    /** Nothing is done. */
    BEFORE,
    /** It is done, and its success does not arrive. */
    AFTER,
    /** Nothing is done, nor by any later call. */
    FROM_HERE_ON
  }

  private final Connector real = new Sqlite();
  private final Fault fault;
  private final int failing;
  private int calls;

  FaultyConnector(Fault fault, int failing) {
    this.fault = fault;
    this.failing = failing;
  }

  /** Whether there were calls enough for one to fail. */
  boolean hasFailed() {
    return calls >= failing;
  }

  @Override
  public Connection connect(Path file, Access access) throws SQLException {
    calls++;
    if (mustFail() && fault != Fault.AFTER) {
      throw new SQLException("injected at call " + calls);
    }
    Connection connection = real.connect(file, access);
    if (mustFail()) {
      connection.close();
      throw new SQLException("injected at call " + calls);
    }
    return faulty(Connection.class, connection);
  }

  private boolean mustFail() {
    return fault == Fault.FROM_HERE_ON ? calls >= failing : calls == failing;
  }

  private <T> T faulty(Class<T> type, T object) {
    InvocationHandler handler = (proxy, method, arguments) -> call(object, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object object, Method method, Object[] arguments) throws Throwable {
    boolean isConnection = object instanceof Connection;
    boolean closes = method.getName().equals("close");
    boolean counts = CALLS.contains(method.getName()) && (!closes || isConnection);
    if (counts) {
      calls++;
      // A process that goes on after a close that failed must not keep the real connection.
      if (mustFail() && fault != Fault.AFTER && !closes) {
        throw new SQLException("injected at call " + calls);
      }
    }
    Object answer = invoke(object, method, arguments);
    if (counts && mustFail()) {
      throw new SQLException("injected at call " + calls);
    }
    return answer instanceof PreparedStatement statement
        ? faulty(PreparedStatement.class, statement)
        : answer;
  }

  private static Object invoke(Object object, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
