package io.moltrail.query.platform.lists;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders in which a list can be had, each forwards and, with a minus, backwards. */
public final class Orders {

  private final Map<String, Order> byParameter = new LinkedHashMap<>();

  private Orders() {}

  public static Orders of() {
    return new Orders();
  }

  /**
   * @param expression of SQL, never null
   */
  public Orders with(String parameter, String expression, String type) {
    Order order = new Order(parameter, expression, type, true);
    byParameter.put(parameter, order);
    byParameter.put(order.descending().parameter(), order.descending());
    return this;
  }

  /**
   * @throws Invalid when there is no such order
   */
  public Order find(String parameter) {
    Order order = byParameter.get(parameter);
    if (order == null) {
      String detail = "sort is one of " + String.join(", ", byParameter.keySet()) + ".";
      throw new Invalid(
          "invalid-request", detail, List.of(new Fault("/sort", "unknown-sort", detail)));
    }
    return order;
  }
}
