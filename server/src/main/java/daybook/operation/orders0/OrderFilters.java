package daybook.operation.orders0;

import daybook.listing.Conditions;
import daybook.store.Column;
import daybook.store.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of a listing into filters of the store; all of them must hold. */
final class OrderFilters {

  private static final Map<String, Column> LISTS = new LinkedHashMap<>();
  private static final Map<String, Column> TEXTS = new LinkedHashMap<>();

  static {
    LISTS.put(OrderConditions.MARKETPLACE_IDS, Column.MARKETPLACE);
    LISTS.put(OrderConditions.ORDER_STATUSES, Column.ORDER_STATUS);
    LISTS.put(OrderConditions.FULFILLMENT_CHANNELS, Column.FULFILLMENT_CHANNEL);
    LISTS.put(OrderConditions.PAYMENT_METHODS, Column.PAYMENT_METHOD);
    LISTS.put(OrderConditions.EASY_SHIP_STATUSES, Column.EASY_SHIP_STATUS);
    LISTS.put(OrderConditions.INVOICE_STATUSES, Column.INVOICE_STATUS);
    LISTS.put(OrderConditions.AMAZON_ORDER_IDS, Column.ORDER_ID);
    TEXTS.put(OrderConditions.BUYER_EMAIL, Column.BUYER_EMAIL);
    TEXTS.put(OrderConditions.SELLER_ORDER_ID, Column.SELLER_ORDER_ID);
    TEXTS.put(OrderConditions.SUPPLY_SOURCE, Column.SUPPLY_SOURCE);
    TEXTS.put(OrderConditions.STORE, Column.STORE);
    TEXTS.put(OrderConditions.IS_ISPU, Column.STORE_PICK_UP);
  }

  private OrderFilters() {}

  static List<Filter> of(Conditions conditions) {
    List<Filter> filters = new ArrayList<>();
    LISTS.forEach(
        (name, column) -> {
          Set<String> items = OrderConditions.items(conditions, name);
          if (!items.isEmpty()) {
            filters.add(Filter.of(column, items));
          }
        });
    TEXTS.forEach(
        (name, column) ->
            conditions.get(name).ifPresent(text -> filters.add(Filter.of(column, Set.of(text)))));
    between(
        filters,
        Column.EARLIEST_DELIVERY,
        instant(conditions, OrderConditions.EARLIEST_AFTER),
        instant(conditions, OrderConditions.EARLIEST_BEFORE));
    between(
        filters,
        Column.LATEST_DELIVERY,
        instant(conditions, OrderConditions.LATEST_AFTER),
        instant(conditions, OrderConditions.LATEST_BEFORE));
    return filters;
  }

  private static void between(
      List<Filter> filters, Column column, @Nullable Instant from, @Nullable Instant to) {
    if (from != null || to != null) {
      filters.add(new Filter.Between(column, from, to));
    }
  }

  private static @Nullable Instant instant(Conditions conditions, String name) {
    return conditions.get(name).map(Instant::parse).orElse(null);
  }
}
