package daybook.operation.orders0;

import daybook.domain.seller.EasyShipStatus;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.Invoicing;
import daybook.domain.seller.Marketplace;
import daybook.domain.seller.Named;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import daybook.json.Excerpt;
import daybook.listing.Conditions;
import daybook.listing.Known;
import daybook.listing.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a listing, all but the range of its date (CONTRACT 1.5 #5 to #22). */
final class OrderConditions {

  static final String ORDER_STATUSES = "OrderStatuses";
  static final String MARKETPLACE_IDS = "MarketplaceIds";
  static final String FULFILLMENT_CHANNELS = "FulfillmentChannels";
  static final String PAYMENT_METHODS = "PaymentMethods";
  static final String BUYER_EMAIL = "BuyerEmail";
  static final String SELLER_ORDER_ID = "SellerOrderId";
  static final String PAGE_SIZE = "MaxResultsPerPage";
  static final String EASY_SHIP_STATUSES = "EasyShipShipmentStatuses";
  static final String INVOICE_STATUSES = "ElectronicInvoiceStatuses";
  static final String AMAZON_ORDER_IDS = "AmazonOrderIds";
  static final String SUPPLY_SOURCE = "ActualFulfillmentSupplySourceId";
  static final String IS_ISPU = "IsISPU";
  static final String STORE = "StoreChainStoreId";
  static final String EARLIEST_BEFORE = "EarliestDeliveryDateBefore";
  static final String EARLIEST_AFTER = "EarliestDeliveryDateAfter";
  static final String LATEST_BEFORE = "LatestDeliveryDateBefore";
  static final String LATEST_AFTER = "LatestDeliveryDateAfter";

  private static final int MOST_IDS = 50;

  /** Bounds all filters together, so that a page token can carry them. */
  private static final int MOST_BYTES = 2_500;

  private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Z]{3}-[0-9]{7}-[0-9]{7}");

  private static final Known<SellerOrderStatus> STATUSES = known(SellerOrderStatus.class);
  private static final Known<FulfillmentChannel> CHANNELS = known(FulfillmentChannel.class);
  private static final Known<SellerPayment.Method> METHODS = known(SellerPayment.Method.class);
  private static final Known<EasyShipStatus> EASY_SHIP = known(EasyShipStatus.class);
  private static final Known<Invoicing.ElectronicStatus> INVOICES =
      known(Invoicing.ElectronicStatus.class);
  private static final Known<Marketplace> MARKETPLACES =
      new Known<>(
          Marketplace::ofId,
          Arrays.stream(Marketplace.values())
              .map(Marketplace::id)
              .collect(Collectors.joining(", ")));

  private final Reading reading;
  private final Map<String, String> values = new LinkedHashMap<>();

  private OrderConditions(Reading reading) {
    this.reading = reading;
  }

  /** Reads them, beside the range that was read before. */
  static Conditions read(Reading reading, Map<String, String> range) {
    OrderConditions conditions = new OrderConditions(reading);
    conditions.values.putAll(range);
    conditions.readLists();
    conditions.readTexts();
    conditions.readDeliveryDates();
    Conditions read = Conditions.of(conditions.values);
    if (read.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      reading.fault(SellerWording.NOT_VALID, "", "filters of more than " + MOST_BYTES + " bytes");
    }
    return read;
  }

  /** Returns the items of a list that is part of a listing's conditions, none if it is not. */
  static Set<String> items(Conditions conditions, String name) {
    return conditions
        .get(name)
        .<Set<String>>map(text -> new LinkedHashSet<>(List.of(text.split(","))))
        .orElse(Set.of());
  }

  private void readLists() {
    readMarketplaces();
    put(ORDER_STATUSES, reading.allKnown(ORDER_STATUSES, STATUSES));
    put(FULFILLMENT_CHANNELS, reading.allKnown(FULFILLMENT_CHANNELS, CHANNELS));
    put(PAYMENT_METHODS, reading.allKnown(PAYMENT_METHODS, METHODS));
    put(EASY_SHIP_STATUSES, reading.allKnown(EASY_SHIP_STATUSES, EASY_SHIP));
    put(INVOICE_STATUSES, reading.allKnown(INVOICE_STATUSES, INVOICES));
    Set<String> ids = atMost(AMAZON_ORDER_IDS);
    for (String id : ids) {
      if (!ORDER_ID.matcher(id).matches()) {
        reading.fault(
            SellerWording.INVALID,
            "Invalid AmazonOrderId(s) in [" + AMAZON_ORDER_IDS + "]; the format is 3-7-7.",
            "no order id: " + Excerpt.of(id));
      }
    }
    putTexts(AMAZON_ORDER_IDS, ids);
  }

  private void readMarketplaces() {
    if (!reading.isSet(MARKETPLACE_IDS)) {
      reading.missing(MARKETPLACE_IDS);
    }
    atMost(MARKETPLACE_IDS);
    putTexts(
        MARKETPLACE_IDS,
        reading.allKnown(MARKETPLACE_IDS, MARKETPLACES).stream().map(Marketplace::id).toList());
  }

  private Set<String> atMost(String name) {
    Set<String> items = new LinkedHashSet<>(reading.texts(name));
    if (items.size() > MOST_IDS) {
      reading.fault(
          SellerWording.INVALID,
          "[" + name + "] must have at most " + MOST_IDS + " values.",
          items.size() + " values in " + name);
    }
    return items;
  }

  private void readTexts() {
    put(BUYER_EMAIL, lowerCase(reading.text(BUYER_EMAIL)));
    String sellerOrderId = reading.text(SELLER_ORDER_ID);
    put(SELLER_ORDER_ID, sellerOrderId);
    put(SUPPLY_SOURCE, reading.text(SUPPLY_SOURCE));
    put(STORE, reading.text(STORE));
    Boolean ispu = reading.flag(IS_ISPU);
    put(IS_ISPU, ispu == null ? null : ispu.toString());
    Integer size = reading.integer(PAGE_SIZE, 1, 100);
    put(PAGE_SIZE, size == null ? null : size.toString());
    if (sellerOrderId != null) {
      excluded(
          List.of(
              FULFILLMENT_CHANNELS,
              ORDER_STATUSES,
              PAYMENT_METHODS,
              Family.UPDATED.after(),
              Family.UPDATED.before(),
              BUYER_EMAIL));
    }
  }

  private void excluded(List<String> names) {
    List<String> set = names.stream().filter(reading::isSet).toList();
    if (!set.isEmpty()) {
      reading.fault(
          SellerWording.NOT_VALID, "", String.join(", ", set) + " beside " + SELLER_ORDER_ID);
    }
  }

  private void readDeliveryDates() {
    readRange(EARLIEST_AFTER, EARLIEST_BEFORE);
    readRange(LATEST_AFTER, LATEST_BEFORE);
  }

  private void readRange(String after, String before) {
    Instant from = reading.date(after);
    Instant to = reading.date(before);
    put(after, from == null ? null : from.toString());
    put(before, to == null ? null : to.toString());
    if (from != null && to != null && from.isAfter(to)) {
      reading.fault(SellerWording.NOT_VALID, "", after + " is later than " + before);
    }
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private void put(String name, Collection<? extends Named> chosen) {
    putTexts(name, chosen.stream().map(Named::wireName).toList());
  }

  private void putTexts(String name, Collection<String> chosen) {
    if (!chosen.isEmpty()) {
      values.put(name, String.join(",", chosen));
    }
  }

  private static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E> & Named> Known<E> known(Class<E> type) {
    return new Known<>(
        text -> Named.parse(type, text),
        Arrays.stream(type.getEnumConstants())
            .map(Named::wireName)
            .collect(Collectors.joining(", ")));
  }
}
